package org.schoolhubs.local.tour;

/** The API refused what should have gone well, or could not be reached for too long. */
public final class ApiException extends RuntimeException {
    private final transient Answer answer;

    ApiException(String message, Answer answer) {
        super(message);
        this.answer = answer;
    }

    /** What was answered, or null if nothing was. */
    public Answer answer() {
        return answer;
    }
}
