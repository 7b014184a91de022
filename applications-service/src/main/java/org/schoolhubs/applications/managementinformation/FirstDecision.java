package org.schoolhubs.applications.managementinformation;

import java.util.Map;

/** SQL that figures and rows share: an application with its school of today and its first final decision. */
final class FirstDecision {
    /** Application {@code a}, its school {@code s}, its first final decision {@code d}. */
    static final String JOINS = """
            left join school s on s.urn = a.urn
            left join lateral (
              select f.origin, f.outcome, coalesce(f.approved_at, f.proposed_at) as final_at from application_decision f
              where f.application_id = a.id and f.state = 'FINAL' order by coalesce(f.approved_at, f.proposed_at), f.id limit 1) d on true
            """;
    static final String DAYS = "extract(epoch from d.final_at - a.submitted_at)::double precision / 86400";
    static final String COLUMNS = "a.submitted_at, a.eligibility, a.reconsideration, d.origin, d.outcome, " + DAYS + " as days";

    private FirstDecision() {
    }

    static String where(Map<String, Object> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
    }
}
