package org.schoolhubs.applications.eligibility.rules;

/** What programmes mean by "phases and provisions": the phase for mainstream schools, the provision for the others. */
enum Setting {
    NURSERY("nursery schools"), PRIMARY("primary schools"), SECONDARY("secondary schools"), ALL_THROUGH("all-through schools"),
    SIXTH_FORM_COLLEGE("sixth form colleges"), OTHER_SIXTEEN_PLUS("other 16-plus colleges"), SPECIAL("special schools"),
    ALTERNATIVE_PROVISION("alternative provision");

    private final String plural;

    Setting(String plural) {
        this.plural = plural;
    }

    String plural() {
        return plural;
    }
}
