package org.schoolhubs.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClocksTest {
    @Test
    void instantsAreWhatTheDatabaseWillGiveBack() {
        Clock clock = new Clocks().clock();
        assertThat(Stream.generate(clock::instant).limit(1_000)).allSatisfy(instant -> assertThat(instant).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS)));
    }
}
