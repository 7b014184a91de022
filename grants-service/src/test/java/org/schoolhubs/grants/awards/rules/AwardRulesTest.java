package org.schoolhubs.grants.awards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardRulesTest {
    @ParameterizedTest(name = "completed {0}, withdrawn {1}: {2}")
    @CsvSource(nullValues = "-", value = {
        "-,          -,          OPEN",
        "2026-07-01, -,          COMPLETED",
        "-,          2026-07-01, WITHDRAWN",
        "2026-07-01, 2026-07-02, COMPLETED",
        "2026-07-02, 2026-07-01, WITHDRAWN",
        "2026-07-01, 2026-07-01, WITHDRAWN"})
    void theEarlierEffectiveDateDecidesAndATieIsAWithdrawal(LocalDate completedOn, LocalDate withdrawnOn, Ending ending) {
        assertThat(Ending.of(completedOn, withdrawnOn)).isEqualTo(ending);
    }

    @ParameterizedTest(name = "cohort ends {0}, today {1}: {2}")
    @CsvSource({
        "2026-11-20, 2025-11-21, 2026/27",
        "2027-03-31, 2026-01-01, 2026/27",
        "2027-04-01, 2026-01-01, 2027/28",
        "2026-11-20, 2027-04-01, 2027/28",
        "2026-11-20, 2026-11-20, 2026/27"})
    void paymentIsExpectedWhenTheCohortEndsAndNeverBeforeToday(LocalDate cohortEndsOn, LocalDate today, String year) {
        assertThat(ExpectedPayment.year(cohortEndsOn, today)).hasToString(year);
    }

    @ParameterizedTest(name = "urn {0}, trust {1}, authority {2}: {3} {4}")
    @CsvSource(nullValues = "-", value = {
        "100049, -,    202, urn:100049, true",
        "100049, -,    202, la:202,     true",
        "100049, -,    202, la:203,     false",
        "100049, -,    202, uid:2854,   false",
        "100049, 2854, 202, urn:100049, true",
        "100049, 2854, 202, uid:2854,   true",
        "100049, 2854, 202, la:202,     false",
        "-,      2854, -,   uid:2854,   true",
        "-,      2854, -,   urn:100049, false"})
    void anAwardIsForTheSchoolItsTrustOrAMaintainedSchoolsAuthority(String urn, String trustUid, String laCode, String organisation, boolean included) {
        Recipients recipients = new Recipients(urn, trustUid, laCode);
        assertThat(recipients.include(organisation)).isEqualTo(included);
        assertThat(recipients.includeAny(Set.of(organisation, "urn:999999"))).isEqualTo(included);
    }
}
