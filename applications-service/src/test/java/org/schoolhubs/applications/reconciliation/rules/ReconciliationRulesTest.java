package org.schoolhubs.applications.reconciliation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.applications.register.Source;
import org.schoolhubs.kernel.Urn;

class ReconciliationRulesTest {
    /** Schools as {@code urn:status:successor}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100001:CLOSED:100002 100002:OPEN                                            | 100002
            100001:CLOSED:100002 100002:OPEN_PROPOSED_TO_CLOSE                          | 100002
            100001:CLOSED:100002 100002:CLOSED:100003 100003:OPEN                       | 100003
            100001:CLOSED:100002 100002:PROPOSED_TO_OPEN                                |
            100001:CLOSED:100002 100002:CLOSED                                          |
            100001:CLOSED:100002                                                        |
            100001:CLOSED                                                               |
            100001:CLOSED:100001                                                        |
            100001:CLOSED:100002 100002:CLOSED:100001                                   |
            100001:CLOSED:100002 100002:CLOSED:100003 100003:CLOSED:100002              |
            """)
    void theOpenSchoolAtTheEndOfTheWayFollows(String schools, String successor) {
        Map<String, RegisteredSchool> register = new HashMap<>();
        for (String school : schools.split(" ")) {
            String[] parts = school.split(":");
            register.put(parts[0], school(parts[0], SchoolStatus.valueOf(parts[1]), parts.length > 2 ? parts[2] : null));
        }
        assertThat(Succession.of(register.get("100001"), urn -> Optional.ofNullable(register.get(urn.value()))).map(found -> found.urn().value()).orElse(null))
                .isEqualTo(successor);
    }

    private static RegisteredSchool school(String urn, SchoolStatus status, String successor) {
        return new RegisteredSchool(new Urn(urn), null, "School", status, "1", null, "4", "4", Phase.SECONDARY, Provision.MAINSTREAM, null, "202", null,
                null, null, null, null,
                null, null, null, null, null, null, null, null, successor, new Source(new UUID(0, 0), "f.csv", LocalDate.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({"ELIGIBLE,ELIGIBLE,KEPT", "ELIGIBLE,MANUAL_REVIEW,DOUBTFUL", "ELIGIBLE,NOT_ELIGIBLE,LOST", "MANUAL_REVIEW,ELIGIBLE,KEPT",
            "MANUAL_REVIEW,MANUAL_REVIEW,KEPT",
        "MANUAL_REVIEW,NOT_ELIGIBLE,LOST", "NOT_ELIGIBLE,ELIGIBLE,KEPT", "NOT_ELIGIBLE,MANUAL_REVIEW,KEPT", "NOT_ELIGIBLE,NOT_ELIGIBLE,KEPT"})
    void everyJudgementIsComparedWithTheOneAtSubmission(Outcome atSubmission, Outcome today, EligibilityNow now) {
        assertThat(EligibilityNow.of(atSubmission, today)).isEqualTo(now);
    }
}
