package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What each reader may do in each situation, as the application tells it. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ActionsTest {
    private static Draft in(String situation) {
        return switch (situation) {
            case "draft" -> Given.complete(Given.draft(Given.eligibleSchool()));
            case "submitted" -> Given.submitted(Given.eligibleSchool());
            case "proposed" -> {
                Draft submitted = Given.submitted(Given.notJudgedSchool());
                yield submitted.seen(submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")));
            }
            case "accepted" -> Given.accepted();
            case "amending" -> {
                Draft accepted = Given.accepted();
                yield accepted.seen(accepted.by(team("first")).body(After.DECIDE_AGAIN).post(accepted.path("/decision/amendments")));
            }
            case "active" -> {
                Draft accepted = Given.accepted();
                Given.update("update application set state = 'ACTIVE', membership_id = id where id = '%s'".formatted(accepted.id()));
                yield accepted;
            }
            case "declined" -> After.declined();
            case "asked" -> After.asked();
            case "upheld" -> {
                Draft asked = After.asked();
                yield asked.seen(asked.by(team("first")).body(After.UPHELD).post(asked.path("/reconsideration/decision")));
            }
            case "withdrawn" -> {
                Draft accepted = Given.accepted();
                yield accepted.seen(accepted.byHead().body("{\"reasonCode\":\"INSPECTION\"}").post(accepted.path("/withdrawal")));
            }
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static Tokens reader(String who, Draft application) {
        return switch (who) {
            case "head" -> head(application.urn());
            case "auditor" -> Tokens.person("auditor").role(Roles.AUDITOR);
            case "robot" -> Tokens.client("robot").role(Roles.PROGRAMME_TEAM);
            default -> team(who);
        };
    }

    /** Who is `first` proposed or decided before, `decider` declined; `other` has had nothing to do with it. */
    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # situation | reader  | allowed
            draft       | head    | answers leaders submission withdrawal
            draft       | other   | withdrawal
            draft       | auditor |
            submitted   | head    | leaders leader-changes withdrawal
            submitted   | other   | assignee decision withdrawal
            submitted   | robot   | assignee withdrawal
            submitted   | auditor |
            proposed    | head    | leaders leader-changes withdrawal
            proposed    | first   | assignee withdrawal
            proposed    | other   | assignee decision-approval withdrawal
            accepted    | head    | leaders leader-changes withdrawal
            accepted    | other   | amendment assignee withdrawal
            accepted    | robot   | assignee withdrawal
            amending    | first   | assignee withdrawal
            amending    | other   | amendment-approval assignee withdrawal
            active      | head    | leaders leader-changes
            active      | other   | assignee
            declined    | head    | reconsideration
            declined    | other   | amendment assignee
            asked       | head    |
            asked       | decider | assignee
            asked       | other   | assignee reconsideration-decision
            upheld      | head    |
            upheld      | other   | amendment assignee
            withdrawn   | head    |
            withdrawn   | other   |
            """)
    void theApplicationTellsWhatItsReaderMayDo(String situation, String who, String allowed) {
        Draft application = in(situation);
        List<Map<String, Object>> actions = as(reader(who, application)).get(application.path("")).then().statusCode(200).extract().path("actions");
        TreeSet<String> possible = new TreeSet<>();
        Map<String, Object> unexplained = new TreeMap<>();
        actions.forEach(action -> {
            if ((boolean) action.get("allowed")) {
                possible.add((String) action.get("name"));
            } else if (action.get("code") == null || action.get("reason") == null) {
                unexplained.put((String) action.get("name"), action);
            }
        });
        assertThat(actions).extracting(action -> (String) action.get("href")).noneMatch(href -> href.contains("null"));
        assertThat(String.join(" ", possible)).isEqualTo(allowed == null ? "" : String.join(" ", new TreeSet<>(List.of(allowed.split(" ")))));
        assertThat(unexplained).isEmpty();
    }
}
