package org.schoolhubs.grants.payees.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsabilityTest {
    private static final Instant VERIFIED = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest(name = "change {0}, {1} after verification: {2}")
    @CsvSource({
        "false, PT0S,       USABLE",
        "true,  PT0S,       COOLING_OFF",
        "true,  PT71H59M,   COOLING_OFF",
        "true,  PT72H,      USABLE",
        "true,  PT100H,     USABLE"})
    void firstDetailsAreUsableAtOnceAndAChangeAfterTheCoolingOff(boolean change, Duration after, Usability usability) {
        Instant usableFrom = Usability.usableFrom(VERIFIED, change, Duration.ofDays(3));
        assertThat(Usability.at(VERIFIED.plus(after), true, usableFrom)).isEqualTo(usability);
    }

    @ParameterizedTest(name = "entered {0}: {1}")
    @CsvSource({"false, NO_BANK_DETAILS", "true, NOT_VERIFIED"})
    void nothingIsUsableBeforeASecondPersonHasVerifiedIt(boolean entered, Usability usability) {
        assertThat(Usability.at(VERIFIED, entered, null)).isEqualTo(usability);
    }
}
