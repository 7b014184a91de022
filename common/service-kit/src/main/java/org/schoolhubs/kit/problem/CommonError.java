package org.schoolhubs.kit.problem;

/** The refusals that every service shares. */
public enum CommonError implements ErrorCode {
    MALFORMED_JSON("malformed-json", 400, "The body is not well-formed JSON"),
    INVALID("invalid", 400, "The request has values that are not valid"),
    UNKNOWN_FIELD("unknown-field", 400, "The body has a field that this operation does not know"),
    WRONG_TYPE("wrong-type", 400, "A value has the wrong type"),
    BODY_MISSING("body-missing", 400, "This operation needs a body"),
    PARAMETER_INVALID("parameter-invalid", 400, "A parameter is not valid"),
    CURSOR_INVALID("cursor-invalid", 400, "The cursor is not one that this list gave"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "This operation needs an Idempotency-Key header"),
    IDEMPOTENCY_KEY_INVALID("idempotency-key-invalid", 400, "The Idempotency-Key is not valid"),
    IF_MATCH_INVALID("if-match-invalid", 400, "The If-Match header is not an ETag that this resource gave"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "Your role does not allow this"),
    PERSON_REQUIRED("person-required", 403, "Only a person may do this, not a client"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not possible here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be given"),
    CONFLICT("conflict", 409, "The state of the resource does not allow this"),
    TRANSITION_IMPOSSIBLE("transition-impossible", 409, "The state of the resource does not allow this"),
    IDEMPOTENCY_IN_PROGRESS("idempotency-in-progress", 409, "A request with this Idempotency-Key is still running"),
    STALE("stale", 412, "The resource has changed since you read it"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not understood here"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for another request"),
    IF_MATCH_REQUIRED("if-match-required", 428, "This operation needs an If-Match header"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "The service cannot answer at the moment");

    private final String code;
    private final int status;
    private final String title;

    CommonError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
