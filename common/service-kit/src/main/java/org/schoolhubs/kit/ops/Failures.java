package org.schoolhubs.kit.ops;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;

/** Tells failures that pass by themselves from those that do not, by the causes of an exception. */
public final class Failures {
    /** Classes of SQLSTATE: connection, insufficient resources, operator intervention (shutdown, crash). */
    private static final Set<String> AWAY = Set.of("08", "53", "57");
    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    private Failures() {
    }

    /** Whether the database could not be reached, is starting, stopping or full. */
    public static boolean databaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
            if (cause instanceof JDBCConnectionException || cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a commit was cut off, so that nobody can say here if it took effect: the transaction manager reports it without the cause. Where the database gave a
     * reason (a constraint that is checked at commit), it is not that.
     */
    public static boolean commitCutOff(Throwable failure) {
        boolean rolledBack = false;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && !isAway(sql)) {
                return false;
            }
            rolledBack |= cause instanceof RollbackException && Arrays.stream(cause.getSuppressed()).noneMatch(Failures::isRefusal);
        }
        return rolledBack;
    }

    private static boolean isRefusal(Throwable suppressed) {
        for (Throwable cause = suppressed; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && !isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two transactions got in each other's way; doing it again will do. */
    public static boolean contention(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && CONTENTION.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            if (cause instanceof OptimisticLockException || cause instanceof LockTimeoutException || cause instanceof PessimisticLockException
                    || cause instanceof org.hibernate.StaleStateException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            // Agroal reports a pool that gives no connection in time, and a closed connection, without a state.
            String message = String.valueOf(sql.getMessage());
            return message.contains("Acquisition timeout") || message.contains("closed") || sql instanceof SQLTransientException;
        }
        return state.length() >= 2 && AWAY.contains(state.substring(0, 2));
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
