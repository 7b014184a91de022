package org.schoolhubs.gateway.routing;

import static org.schoolhubs.gateway.routing.Service.APPLICATIONS;
import static org.schoolhubs.gateway.routing.Service.GRANTS;
import static org.schoolhubs.gateway.routing.Service.HUBS;
import static org.schoolhubs.gateway.routing.Service.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of routes: the one place that says which path a service answers and what may be asked without a token. */
public final class RouteTable {
    /** Everything that the gateway sends on. */
    public static final List<Route> ROUTES = routes();

    private static final Pattern PUBLIC_READS = Pattern.compile(
            "/v1/programmes(/[^/]+(/cohorts(/[^/]+)?)?)?|/v1/term-calendars(/.*)?|/v1/hubs(/[^/]+)?|/v1/rule-sets(/[^/]+/versions/[^/]+)?");
    /** Links in e-mail: the token is in the path. */
    private static final Pattern UNSUBSCRIPTION = Pattern.compile("/v1/unsubscriptions/[^/]+");
    private static final String PUBLIC_CHECK = "/v1/eligibility-checks";
    /** Dot segments, empty segments, encoded separators: ways to make two parties read one path differently. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|\\\\|;|%(2e|2f|5c|3b|25|00)|[\\p{Cntrl}]", Pattern.CASE_INSENSITIVE);

    private RouteTable() {
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        add(routes, APPLICATIONS, "programmes", "programme-changes", "term-calendars", "reference-data", "data-dictionary", "schools", "trusts", "register",
                "reconciliations", "eligibility-checks", "rule-sets", "applications", "invitations", "work-queues", "management-information",
                "expressions-of-interest", "selection-lists", "imports", "contacts", "notifications", "notification-templates",
                "notification-placeholders", "notification-preferences", "recorded-emails", "unsubscriptions");
        add(routes, HUBS, "hubs", "pool", "matching-runs", "memberships", "hub-events");
        add(routes, SUPPORT, "plan-templates", "plans", "attendance-figures", "overdue");
        add(routes, GRANTS, "tariffs", "budgets", "awards", "payees", "payment-runs", "ledger", "statements");
        for (Service service : Service.values()) {
            add(routes, service, "tasks/" + service.word(), "dead-letters/" + service.word());
        }
        return List.copyOf(routes);
    }

    private static void add(List<Route> routes, Service service, String... resources) {
        Stream.of(resources).map(resource -> new Route("/v1/" + resource, service)).forEach(routes::add);
    }

    /** The route of a path, as it came over the wire and without the query; empty where the gateway has none. */
    public static Optional<Route> of(String path) {
        return ROUTES.stream().filter(route -> route.covers(path)).findFirst();
    }

    /** Whether the path can be read in one way only; the others are refused before anything looks at them. */
    public static boolean isPlain(String path) {
        return path.startsWith("/") && !AMBIGUOUS.matcher(path).find();
    }

    /**
     * Whether a request is served without a token: programmes, term calendars, rule sets, the directory of hubs and a single hub, one eligibility check, links in
     * e-mail, and everything outside {@code /v1} (documents, health, portal).
     */
    public static boolean isPublic(String method, String path) {
        if (!isVersioned(path)) {
            return true;
        }
        return switch (method) {
            case "GET", "HEAD" -> PUBLIC_READS.matcher(path).matches() || UNSUBSCRIPTION.matcher(path).matches();
            case "POST" -> path.equals(PUBLIC_CHECK) || UNSUBSCRIPTION.matcher(path).matches();
            default -> false;
        };
    }

    /** Whether this is the eligibility check that anyone may ask for, within limits. */
    public static boolean isPublicCheck(String method, String path) {
        return method.equals("POST") && path.equals(PUBLIC_CHECK);
    }

    /** Whether the path is part of the API, as opposed to documents, health and portal. */
    public static boolean isVersioned(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }
}
