package org.schoolhubs.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    @ParameterizedTest(name = "{0}: away {1}, contention {2}")
    @CsvSource({"08006, true, false", "08001, true, false", "57P01, true, false", "57P03, true, false", "53300, true, false", "53100, true, false",
            "40001, false, true", "40P01, false, true", "55P03, false, true", "23505, false, false", "22021, false, false", "42P01, false, false"})
    void aStateOfTheDatabaseSaysWhetherItPasses(String state, boolean away, boolean contention) {
        RuntimeException failure = new RuntimeException(new IllegalStateException(new SQLException("any", state)));
        assertThat(Failures.databaseAway(failure)).isEqualTo(away);
        assertThat(Failures.contention(failure)).isEqualTo(contention);
    }

    @Test
    void aPoolThatGivesNoConnectionInTimeIsAway() {
        assertThat(Failures.databaseAway(new SQLException("Sorry, acquisition timeout! Acquisition timeout while waiting for new connection"))).isTrue();
    }

    @Test
    void aCommitThatWasCutOffIsToldFromOneThatTheDatabaseRefused() {
        assertThat(Failures.commitCutOff(new RuntimeException(new RollbackException("Could not commit transaction.")))).isTrue();
        RollbackException refused = new RollbackException("Could not commit transaction.");
        refused.addSuppressed(new SQLException("debits and credits differ", "23514"));
        assertThat(Failures.commitCutOff(new RuntimeException(refused))).isFalse();
        RollbackException caused = new RollbackException("Could not commit transaction.");
        caused.initCause(new SQLException("debits and credits differ", "23514"));
        assertThat(Failures.commitCutOff(caused)).isFalse();
        assertThat(Failures.commitCutOff(new IllegalStateException())).isFalse();
    }
}
