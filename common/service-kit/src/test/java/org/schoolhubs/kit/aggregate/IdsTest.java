package org.schoolhubs.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsMadeInOneMillisecondSortInTheOrderInWhichTheyWereMade() {
        assertThat(Stream.generate(() -> Ids.next().toString()).limit(100_000).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsOfVersionSeven() {
        assertThat(Ids.next().version()).isEqualTo(7);
    }
}
