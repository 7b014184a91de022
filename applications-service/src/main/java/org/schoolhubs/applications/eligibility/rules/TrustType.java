package org.schoolhubs.applications.eligibility.rules;

/** Kinds of GIAS groups, as far as the rules tell them apart. */
public enum TrustType {
    MULTI_ACADEMY_TRUST("multi-academy trusts"), SINGLE_ACADEMY_TRUST("single-academy trusts"),
    SECURE_SINGLE_ACADEMY_TRUST("secure single-academy trusts"),
    /** Federations of maintained schools, trusts that support foundation schools, sponsors, umbrella trusts, children's centre groups: no academy trusts. */
    OTHER_GROUP("other groups of schools"),
    /** Known only because schools name it: no file of groups has said what it is. */
    UNKNOWN("groups of an unknown type");

    private final String plural;

    TrustType(String plural) {
        this.plural = plural;
    }

    String plural() {
        return plural;
    }

    /** By GIAS's Group Type code, with or without leading zero; null for a trust that no file of groups has named. */
    public static TrustType ofCode(String code) {
        if (code == null || code.isBlank()) {
            return UNKNOWN;
        }
        return switch (code.strip()) {
            case "6", "06" -> MULTI_ACADEMY_TRUST;
            case "10" -> SINGLE_ACADEMY_TRUST;
            case "11" -> SECURE_SINGLE_ACADEMY_TRUST;
            default -> OTHER_GROUP;
        };
    }
}
