package org.schoolhubs.gateway.routing;

/**
 * A path and everything below it belongs to a service.
 *
 * @param prefix path without trailing slash, for example {@code /v1/hubs}
 */
public record Route(String prefix, Service service) {
    boolean covers(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** For logs and metrics: one word per route, whatever ids the path holds. */
    public String template(String path) {
        return path.length() == prefix.length() ? prefix : prefix + "/**";
    }
}
