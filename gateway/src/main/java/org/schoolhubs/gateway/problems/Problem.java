package org.schoolhubs.gateway.problems;

import java.time.Duration;

/** A refusal of the gateway: an entry of the catalogue and a plain sentence that says what to do. */
public final class Problem extends RuntimeException {
    private final GatewayError error;
    private final Duration retryAfter;

    private Problem(GatewayError error, String detail, Duration retryAfter) {
        super(detail, null, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /**
     * @param detail what is wrong this time and what to do, for people; never personal data, never text of the caller
     */
    public static Problem of(GatewayError error, String detail) {
        return new Problem(error, detail, null);
    }

    /** Says when to try again; rounded up to whole seconds. */
    public Problem retryAfter(Duration delay) {
        return new Problem(error, getMessage(), delay);
    }

    public GatewayError error() {
        return error;
    }

    public String detail() {
        return getMessage();
    }

    /** Seconds to wait, at least 1, or null where waiting does not help. */
    Long retryAfterSeconds() {
        return retryAfter == null ? null : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
