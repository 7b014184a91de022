package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayOffer;

class ReadinessTest {
    @ParameterizedTest(name = "statement {0}, {1} leaders asked; motivation {2}, focus {3}, {4} leaders: {5}")
    @CsvSource(nullValues = "-", value = {
            "true,  3, -,    -,    0, motivation-missing improvement-focus-missing leaders-missing",
            "true,  3, text, -,    3, improvement-focus-missing",
            "true,  3, ' ',  text, 3, motivation-missing",
            "true,  3, text, text, 2, leaders-missing",
            "true,  3, text, text, 3, ''",
            "false, 1, -,    -,    0, leaders-missing",
            "false, 1, -,    -,    1, ''",
            "false, 1, -,    -,    3, ''"})
    void whatIsMissingIsListed(boolean statement, int asked, String motivation, String focus, int leaders, String missing) {
        PathwayOffer offer = new PathwayOffer("p", "w", "c", UUID.randomUUID(), PartnerKind.SCHOOL, EntryRoute.SELF_REFERRAL, null, Set.of(), LocalDate.EPOCH, LocalDate.EPOCH,
                Instant.EPOCH, Instant.EPOCH, asked, statement, false, false, true, UUID.randomUUID());
        Readiness readiness = Readiness.of(new Answers(motivation, focus), leaders, offer);
        assertThat(readiness.missing().stream().map(Readiness.Missing::code).collect(Collectors.joining(" "))).isEqualTo(missing);
        assertThat(readiness.ready()).isEqualTo(missing.isEmpty());
    }
}
