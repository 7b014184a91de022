package org.schoolhubs.applications.managementinformation;

import java.util.Locale;

/** What figures can be grouped by. Its SQL gives the text NONE where an application has none. */
public enum Dimension {
    PROGRAMME("a.programme"),
    PATHWAY("coalesce(a.pathway, 'NONE')"),
    COHORT("coalesce(a.cohort, 'NONE')"),
    KIND("a.kind"),
    /** Of the school, as the register has it today. */
    REGION("coalesce(s.region, 'NONE')"),
    /** Of the school, as the register has it today. */
    PHASE("coalesce(s.phase, 'NONE')"),
    STATE("a.state"),
    /** Month of submission, Europe/London. */
    MONTH("coalesce(to_char(a.submitted_at at time zone 'Europe/London', 'YYYY-MM'), 'NONE')");

    private final String sql;

    Dimension(String sql) {
        this.sql = sql;
    }

    /** Expression over application {@code a} and its school {@code s}. */
    String sql() {
        return sql;
    }

    /** Name of its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
