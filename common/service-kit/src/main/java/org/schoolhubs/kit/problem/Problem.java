package org.schoolhubs.kit.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A refusal: a code of the catalogue, a plain sentence that says what to do, and the places in the request that it is about. Thrown by use cases and rules'
 * callers; the edge turns it into an RFC 9457 answer and the transaction is rolled back.
 */
public final class Problem extends RuntimeException {
    private final transient ErrorCode error;
    private final transient List<FieldError> errors = new ArrayList<>();
    private transient Duration retryAfter;

    private Problem(ErrorCode error, String detail) {
        super(detail, null, false, false);
        this.error = error;
    }

    /**
     * @param detail what is wrong this time and what to do, for people; never personal data
     */
    public static Problem of(ErrorCode error, String detail) {
        return new Problem(error, detail);
    }

    /** The same answer for what does not exist and for what the caller may not see. */
    public static Problem notFound(String what, Object id) {
        return of(CommonError.NOT_FOUND, "There is no %s %s that you may see.".formatted(what, id));
    }

    /**
     * Adds a place in the body.
     *
     * @param pointer JSON pointer (RFC 6901)
     */
    public Problem at(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, null, null, code, detail));
        return this;
    }

    /** Adds a query or path parameter. */
    public Problem parameter(String parameter, String code, String detail) {
        errors.add(new FieldError(null, parameter, null, code, detail));
        return this;
    }

    /** Adds a request header. */
    public Problem header(String header, String code, String detail) {
        errors.add(new FieldError(null, null, header, code, detail));
        return this;
    }

    /** Says when to try again; whole seconds. */
    public Problem retryAfter(Duration delay) {
        retryAfter = delay;
        return this;
    }

    public ErrorCode error() {
        return error;
    }

    public String detail() {
        return getMessage();
    }

    public List<FieldError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** Seconds to wait, or null where waiting does not help. */
    Long retryAfterSeconds() {
        return retryAfter == null ? null : retryAfter.toSeconds();
    }
}
