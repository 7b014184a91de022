package org.schoolhubs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/programmes, APPLICATIONS", "/v1/term-calendars, APPLICATIONS", "/v1/reference-data, APPLICATIONS", "/v1/schools, APPLICATIONS",
        "/v1/trusts, APPLICATIONS", "/v1/eligibility-checks, APPLICATIONS", "/v1/rule-sets, APPLICATIONS", "/v1/applications, APPLICATIONS", "/v1/expressions-of-interest, APPLICATIONS",
        "/v1/work-queues, APPLICATIONS", "/v1/management-information, APPLICATIONS",
        "/v1/selection-lists, APPLICATIONS", "/v1/imports, APPLICATIONS", "/v1/tasks/applications, APPLICATIONS", "/v1/dead-letters/applications, APPLICATIONS",
        "/v1/hubs, HUBS", "/v1/pool, HUBS", "/v1/matching-runs, HUBS", "/v1/memberships, HUBS", "/v1/hub-events, HUBS", "/v1/tasks/hubs, HUBS",
        "/v1/dead-letters/hubs, HUBS",
        "/v1/plan-templates, SUPPORT", "/v1/plans, SUPPORT", "/v1/attendance-figures, SUPPORT", "/v1/overdue, SUPPORT", "/v1/tasks/support, SUPPORT",
        "/v1/dead-letters/support, SUPPORT",
        "/v1/tariffs, GRANTS", "/v1/budgets, GRANTS", "/v1/awards, GRANTS", "/v1/payees, GRANTS", "/v1/payment-runs, GRANTS", "/v1/ledger, GRANTS",
        "/v1/statements, GRANTS", "/v1/tasks/grants, GRANTS", "/v1/dead-letters/grants, GRANTS"})
    void aPathAndWhatIsBelowItBelongToOneService(String path, Service service) {
        assertThat(RouteTable.of(path)).map(Route::service).contains(service);
        assertThat(RouteTable.of(path + "/0199f0c8/history")).map(Route::service).contains(service);
        assertThat(RouteTable.of(path + "x")).isEmpty();
        assertThat(RouteTable.ROUTES.stream().filter(route -> route.covers(path))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/", "/v2/hubs", "/v1/me", "/v1/journeys/x", "/v1/journeys/x/plan", "/v1/tasks", "/v1/tasks/gateway", "/v1/dead-letters",
        "/V1/hubs", "/v1/Hubs", "/hubs", "/v1/unknown", "/v1/hubs-of-others"})
    void otherPathsBelongToNone(String path) {
        assertThat(RouteTable.of(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/programmes", "GET, /v1/programmes/behaviour-hubs", "GET, /v1/programmes/behaviour-hubs/cohorts", "HEAD, /v1/programmes", "GET, /v1/term-calendars",
        "GET, /v1/term-calendars/202", "GET, /v1/rule-sets", "GET, /v1/rule-sets/behaviour-hubs-partner-school/versions/1",
        "GET, /v1/hubs", "GET, /v1/hubs/0199f0c8", "POST, /v1/eligibility-checks", "GET, /openapi", "GET, /openapi.json", "GET, /docs",
        "GET, /v1/unsubscriptions/abc", "POST, /v1/unsubscriptions/abc", "GET, /", "GET, /q/health/ready"})
    void theseAreServedWithoutToken(String method, String path) {
        assertThat(RouteTable.isPublic(method, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/programmes", "GET, /v1/programmes/core/versions", "GET, /v1/programmes/core/history",
        "GET, /v1/programmes/core/cohorts/2025-11/versions", "GET, /v1/programmes/core/cohorts/2025-11/history", "PUT, /v1/rule-sets/core/versions/1", "GET, /v1/rule-sets/core/versions/1/history", "POST, /v1/eligibility-checks/bulk",
        "PUT, /v1/term-calendars/202", "POST, /v1/hubs", "PATCH, /v1/hubs/0199f0c8", "DELETE, /v1/hubs/0199f0c8", "GET, /v1/hubs/0199f0c8/library",
        "GET, /v1/hubs/0199f0c8/", "GET, /v1/hubs/0199f0c8/discussions", "GET, /v1/eligibility-checks", "GET, /v1/eligibility-checks/1", "POST, /v1/eligibility-checks/1",
        "GET, /v1/schools", "GET, /v1/applications", "GET, /v1/me", "GET, /v1/journeys/1", "GET, /v1/hub-events/1", "GET, /v1/payment-runs", "GET, /v1/unknown", "GET, /v1",
        "OPTIONS, /v1/applications", "GET, /v1/programmesx", "GET, /v1/unsubscriptions", "POST, /v1/unsubscriptions", "POST, /v1/unsubscriptions/a/b",
        "DELETE, /v1/unsubscriptions/abc", "GET, /v1/notifications", "GET, /v1/recorded-emails", "POST, /v1/contacts/searches"})
    void everythingElseUnderV1NeedsOne(String method, String path) {
        assertThat(RouteTable.isPublic(method, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/hubs/../payees", "/v1/hubs/..", "/v1/./hubs", "//v1/hubs", "/v1//hubs", "/v1/hubs/%2e%2e/payees", "/v1/hubs/%2E./payees", "/v1/hubs%2f1",
        "/v1/hubs/1%5c..", "/v1/hubs/1;x=1", "/v1/hubs/1%3bx", "/v1/hubs\\1", "/v1/hubs/%252e%252e", "/v1/hubs/a%00", "v1/hubs", "*"})
    void pathsThatCanBeReadInTwoWaysAreNotPlain(String path) {
        assertThat(RouteTable.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/hubs", "/v1/hubs/1.5", "/v1/term-calendars/national:2025%20x", "/v1/files/a.csv", "/openapi/hubs.yaml", "/v1/hubs/..x"})
    void ordinaryPathsArePlain(String path) {
        assertThat(RouteTable.isPlain(path)).isTrue();
    }
}
