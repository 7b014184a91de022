package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.OpenApiSnapshot;

/** docs/eligibility-rules.md says what the shipped rule sets say. Write it anew by {@code ./mvnw test -Dcontracts.update=true}. */
class RuleBookTest {
    private static final String INTRODUCTION = """
            # Eligibility rules

            Written from the shipped rule sets, first versions, by `RuleBookTest`: do not edit it by hand. What is in force today, later versions included, `GET /v1/rule-sets` says.

            ## How somebody is judged
            1. Find the rule set: by programme, pathway and role, the one of the pathway before the one of the programme. Those who want to lead are judged by programme. Of its published
               versions the one judges whose first day is the latest up to the day judged (Europe/London).
            2. Answer each rule by the facts below. Inspections that began after the day judged do not count.
            3. If any rule **fails**, the answer is `NOT_ELIGIBLE`. If none fails and any **needs a person**, it is `MANUAL_REVIEW`. Otherwise it is `ELIGIBLE`. A rule that only shows
               something (`INFO`) counts neither way.

            Each answer names for every rule the fact, and where it was read: the file, the day that the file describes, for an inspection its number and whether it was of a predecessor. No
            record but a standing overall grade of the school itself ever settles a rule that needs an overall grade.

            ## Where the facts come from
            | fact | source |
            | --- | --- |
            | status, type, type group, phase, provision, region, local authority, further education type, pupils, free school meals, urban or rural, trust | GIAS establishments; phase and provision as derived: middle schools as deemed, provision by type |
            | type and status of a trust | GIAS groups |
            | which schools are a trust's on a day | GIAS group links; where they do not know the trust, the files of establishments of that time |
            | inspections | Ofsted's management information: the latest graded, ungraded and report card inspection of each school, with the mark of a predecessor |
            | attendance data sharing | the file of sharing statuses |
            | selection | the Department's selection lists; whether a list names the school, never why |

            """;

    @Test
    void theRuleBookSaysWhatTheRulesSay() throws IOException {
        Path file = OpenApiSnapshot.projectRoot().resolve("docs/eligibility-rules.md");
        String book = book();
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(file, book);
        }
        assertThat(Files.readString(file)).as("docs/eligibility-rules.md differs from the rules. If the change is meant: ./mvnw test -Dcontracts.update=true").isEqualTo(book);
    }

    private static String book() {
        StringBuilder book = new StringBuilder(INTRODUCTION).append("## Kinds of rules\nA rule set is a list of rules of these kinds. A new programme needs code only where it needs a new kind.\n\n")
                .append("| kind | of a | parameters | asks |\n| --- | --- | --- | --- |\n");
        for (RuleKind kind : RuleKind.values()) {
            book.append("| `%s` | %s | %s | %s |\n".formatted(kind.code(), kind.subject().name().toLowerCase(Locale.ROOT),
                    kind.parameters().isEmpty() ? "-" : "`" + kind.parameters().replace(", ", "`, `") + "`", kind.meaning()));
        }
        book.append("\nFacts for `fact-is-one-of`: `%s`. Facts for `fact-between`: `%s`. ".formatted(Fact.codes(false).replace(", ", "`, `"), Fact.codes(true).replace(", ", "`, `")))
                .append("`otherwise` is `FAIL` or `REVIEW`.\n\n`accepts` of `phase-or-provision`: %s; of `overall-grade`: %s; of `trust-type`: %s.\n\n## The shipped rule sets\n"
                        .formatted(values(Setting.values()), values(OverallGrade.values()), values(TrustType.values())));
        ShippedRuleSets.all().values().forEach(shipped -> set(book, shipped));
        return book.toString();
    }

    private static String values(Enum<?>[] values) {
        return Stream.of(values).map(value -> "`" + value.name() + "`").collect(Collectors.joining(", "));
    }

    private static void set(StringBuilder book, ShippedRuleSets.Shipped shipped) {
        book.append("\n### %s, version 1\nFor `%s` in `%s`, %s.\n\n%s\n\n".formatted(shipped.code(), shipped.role(), shipped.programme(),
                shipped.pathway() == null ? "every pathway" : "pathway `" + shipped.pathway() + "`", shipped.description()));
        List<String> meanings = shipped.rules().meanings();
        for (int i = 0; i < meanings.size(); i++) {
            book.append("%d. `%s` (%s). %s\n".formatted(i + 1, shipped.definitions().get(i).id(), shipped.definitions().get(i).kind(), meanings.get(i)));
        }
    }
}
