package org.schoolhubs.applications.notifications.rules;

import java.time.Duration;

/**
 * When a sending that failed is tried again: after 30 seconds, then after four times as long each time, at the most after six hours.
 *
 * @param mostAttempts after how many attempts it is given up
 */
public record Retry(int mostAttempts) {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int FACTOR = 4;

    /** @throws IllegalArgumentException unless there is at least one attempt */
    public Retry {
        if (mostAttempts < 1) {
            throw new IllegalArgumentException("At least one attempt is made.");
        }
    }

    /** Whether that many failed attempts are enough. */
    public boolean isOver(int attempts) {
        return attempts >= mostAttempts;
    }

    /** How long to wait after that many failed attempts, from 1. */
    public Duration pauseAfter(int attempts) {
        Duration pause = FIRST;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
