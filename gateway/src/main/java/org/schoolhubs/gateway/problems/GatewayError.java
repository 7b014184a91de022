package org.schoolhubs.gateway.problems;

/** The catalogue of the gateway's refusals. Codes that services have too mean the same here. */
public enum GatewayError {
    PATH_INVALID("path-invalid", 400, "The path is not in its plain form"),
    REQUEST_INVALID("invalid", 400, "The request has values that are not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "Your role does not allow this"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not possible here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be given"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not understood here"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "A service behind the gateway cannot be reached at the moment"),
    ISSUER_UNAVAILABLE("issuer-unavailable", 503, "Tokens cannot be verified at the moment"),
    SERVICE_TIMEOUT("service-timeout", 504, "A service behind the gateway did not answer in time");

    private final String code;
    private final int status;
    private final String title;

    GatewayError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** Stable, kebab-case; third parties branch on it. */
    public String code() {
        return code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, in a few words, the same for every occurrence. */
    public String title() {
        return title;
    }
}
