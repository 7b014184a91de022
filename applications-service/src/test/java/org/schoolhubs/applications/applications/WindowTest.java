package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.LeadOffer;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayOffer;

class WindowTest {
    /** A window that closes at the end of 31 October in London: 23:00 UTC in the week before the clocks go back, 00:00 UTC after it. */
    @ParameterizedTest(name = "at {0}, closing {1}, programme until {2}: {3}")
    @CsvSource(nullValues = "-", value = {
            "2026-06-30T22:59:59Z, 2026-06-30T23:00:00Z, -,          -",
            "2026-06-30T23:00:00Z, 2026-06-30T23:00:00Z, -,          window-closed",
            "2026-10-31T23:59:59Z, 2026-11-01T00:00:00Z, -,          -",
            "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, -,          window-closed",
            "2026-01-01T00:00:00Z, 2026-11-01T00:00:00Z, -,          -",
            "2025-12-31T23:59:59Z, 2026-11-01T00:00:00Z, -,          window-not-open",
            "2026-07-31T22:59:59Z, 2026-11-01T00:00:00Z, 2026-07-31, -",
            "2026-07-31T23:00:00Z, 2026-11-01T00:00:00Z, 2026-07-31, programme-closed",
            "2025-12-31T23:59:59Z, 2026-11-01T00:00:00Z, 2025-07-31, programme-closed"})
    void applicationsAreTakenFromTheFirstInstantUntilTheLast(Instant now, Instant closes, LocalDate programmeUntil, String code) {
        PathwayOffer offer = offer(closes, programmeUntil);
        assertThat(Window.refusal(Terms.of(offer), now).map(problem -> problem.error().code()).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-30T23:00:00Z | The window of cohort 2026-01 closed on 1 July 2026 at 00:00. Choose a cohort whose window is open, or leave an expression of interest in the next one.
            2026-11-30T17:00:00Z | The window of cohort 2026-01 closed on 30 November 2026 at 17:00. Choose a cohort whose window is open, or leave an expression of interest in the next one.
            """)
    void theRefusalTellsTheMomentAsItIsLivedInEngland(Instant closes, String sentence) {
        assertThat(Window.refusal(Terms.of(offer(closes, null)), closes).orElseThrow().detail()).isEqualTo(sentence);
    }

    /** A draft tells its applicant until when it can be submitted, and nothing once it cannot. */
    @ParameterizedTest(name = "at {0}, closing {1}, programme until {2}: {3}")
    @CsvSource(nullValues = "-", value = {
            "2025-12-01T00:00:00Z, 2026-10-30T17:00:00Z, -,          2026-10-30",
            "2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, -,          2026-10-31",
            "2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, 2026-10-15, 2026-10-15",
            "2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, 2026-12-31, 2026-10-31",
            "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, -,          -",
            "2026-10-16T00:00:00Z, 2026-11-01T00:00:00Z, 2026-10-15, -"})
    void theLastDayIsTheLastOnWhichItCanBeSubmitted(Instant now, Instant closes, LocalDate programmeUntil, LocalDate lastDay) {
        assertThat(Window.lastDay(Terms.of(offer(closes, programmeUntil)), now).orElse(null)).isEqualTo(lastDay);
    }

    /** The window to apply as a lead is the programme's. */
    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource(nullValues = "-", value = {
            "2026-03-31T22:59:59Z, window-not-open | The window to apply as a lead of behaviour-hubs opens on 1 April 2026 at 00:00. The draft is kept.",
            "2026-03-31T23:00:00Z, -",
            "2026-04-30T22:59:59Z, -",
            "2026-04-30T23:00:00Z, window-closed | The window to apply as a lead of behaviour-hubs closed on 1 May 2026 at 00:00. Ask the programme team when it opens again."})
    void whoeverWantsToLeadAppliesInTheProgrammesOwnWindow(Instant now, String refusal) {
        LeadOffer offer = new LeadOffer("behaviour-hubs", null, Set.of("behaviour"), Instant.parse("2026-03-31T23:00:00Z"), Instant.parse("2026-04-30T23:00:00Z"), 3);
        assertThat(Window.refusal(Terms.of(offer), now).map(problem -> problem.error().code() + " | " + problem.detail()).orElse(null)).isEqualTo(refusal);
    }

    static PathwayOffer offer(Instant closes, LocalDate programmeUntil) {
        return new PathwayOffer("behaviour-hubs", "core", "2026-01", UUID.randomUUID(), PartnerKind.SCHOOL, EntryRoute.SELF_REFERRAL, programmeUntil, Set.of("behaviour"),
                LocalDate.of(2026, 1, 5), LocalDate.of(2027, 1, 4), Instant.parse("2026-01-01T00:00:00Z"), closes, 3, true, false, false, true, UUID.randomUUID());
    }
}
