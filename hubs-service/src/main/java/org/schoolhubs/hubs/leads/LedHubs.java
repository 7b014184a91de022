package org.schoolhubs.hubs.leads;

/** Where it is heard that a school is other now, by those whose hubs it leads or could come to lead. In the transaction that keeps the school. */
public interface LedHubs {
    /** The register has told of a school, perhaps nothing new. */
    void told(Fate school);

    /**
     * Whether a school goes on.
     *
     * @param closed       whether it has closed
     * @param successorUrn the one open school that followed it; null where none or several did
     */
    record Fate(String urn, boolean closed, String successorUrn) {
    }
}
