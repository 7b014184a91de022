package org.schoolhubs.applications.notifications.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dear ((name)),                | Dear Asha,
            ((name))((name))              | AshaAsha
            (((name)))                    | (Asha)
            f(x) and ((hub))              | f(x) and Thames $1 Hub
            nothing to fill in            | nothing to fill in
            """)
    void placeholdersAreFilledIn(String text, String filled) {
        assertThat(TemplateText.fill(text, Map.of("name", "Asha", "hub", "Thames $1 Hub"))).isEqualTo(filled);
    }

    @Test
    void aPlaceholderWithoutAValueIsAMistake() {
        assertThatThrownBy(() -> TemplateText.fill("((hub))", Map.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hub");
    }

    @Test
    void whatLooksLikeAPlaceholderInAValueIsNone() {
        assertThat(TemplateText.fill("Dear ((name))", Map.of("name", "((amount))", "amount", "£1"))).isEqualTo("Dear ((amount))");
        assertThat(TemplateText.plain("((amount))")).isEqualTo("(amount)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "Asha Example"          | "Asha Example"
            " Asha\tExample "       | "Asha Example"
            "Asha\nBcc: all"        | "Asha Bcc: all"
            "O'Neil & Sons <b>"     | "O'Neil & Sons <b>"
            """)
    void aValueStaysOnOneLine(String value, String plain) {
        assertThat(TemplateText.plain(value)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MEMBERSHIP_ACTIVATED  | ((hub)): a place | Dear ((name)), ((applicant)) ((programme)) ((cohort)) ((day)) ((reference)) |
            MEMBERSHIP_ACTIVATED  | A place          | ((amount))                   | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | ((hubs))         | Dear ((name))                | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | A place          | ((name??there is a name))    | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | A place          | ((NAME))                     | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | A place          | (( name ))                   | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | A place          | (())                         | placeholder-unknown
            MEMBERSHIP_ACTIVATED  | A place          | Dear ((name),                | placeholder-broken
            MEMBERSHIP_ACTIVATED  | A place          | Dear name)),                 | placeholder-broken
            MEMBERSHIP_ACTIVATED  | A place          | ((unsubscribe_link))         | placeholder-unknown
            PLAN_OPENED           | A plan           | Dear ((name))                | unsubscribe-link-missing
            PLAN_OPENED           | A plan           | ((unsubscribe_link))         |
            AWARD_PAID            | ((amount))       | ((financial_year)) ((day))   |
            """)
    void aTemplateIsCheckedAgainstItsMoment(Moment moment, String subject, String body, String fault) {
        assertThat(TemplateText.check(moment, subject, body)).extracting(TemplateText.Fault::code)
                .isEqualTo(fault == null ? java.util.List.of() : java.util.List.of(fault));
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(TemplateText.check(Moment.AWARD_PAID, "Paid\r\nBcc: all@school.example", "Paid")).extracting(TemplateText.Fault::pointer).containsExactly("/subject");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void everyMomentSaysWhoAndWhatAndOnlyOptionalOnesHaveAWayOut(Moment moment) {
        assertThat(moment.placeholders()).contains(Placeholder.NAME, Placeholder.APPLICANT, Placeholder.PROGRAMME, Placeholder.REFERENCE);
        assertThat(moment.placeholders().contains(Placeholder.UNSUBSCRIBE_LINK)).isEqualTo(!moment.category().mandatory());
        assertThat(Moment.of(moment.code())).contains(moment);
    }

    @Test
    void whateverIsThrownAtItACheckedTemplateCanBeFilledIn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {"((", "))", "(", ")", "name", "((name))", "((hub))", " ", "day", "((day))", "?", "\n"};
        Map<String, String> values = new java.util.HashMap<>();
        Moment.MEMBERSHIP_ACTIVATED.placeholders().forEach(placeholder -> values.put(placeholder.word(), placeholder.sample()));
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder("x");
            for (int k = random.nextInt(10); k > 0; k--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            if (TemplateText.check(Moment.MEMBERSHIP_ACTIVATED, "s", body.toString()).isEmpty()) {
                assertThat(TemplateText.placeholders(TemplateText.fill(body.toString(), values))).as("seed %d: %s", seed, body).isEmpty();
            }
        }
    }
}
