package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * What the rules may know of a trust.
 *
 * @param uid        group UID
 * @param name       as the register writes it
 * @param type       what kind of group it is
 * @param typeCode   GIAS's group type without leading zero; null where only its schools name the trust
 * @param status     whether it operates
 * @param source     the register's file and day
 * @param named      whether schools were named; otherwise its open schools are judged
 * @param schools    the schools that are judged: of the named ones those that belong to the trust
 * @param strangers  named schools that do not belong to the trust
 */
public record TrustFacts(String uid, String name, TrustType type, String typeCode, Status status, Source source, boolean named, List<SchoolFacts> schools,
                         List<Stranger> strangers) {
    /** Whether a group operates. */
    public enum Status { OPEN, CLOSED, PROPOSED_TO_OPEN, UNKNOWN }

    /**
     * A school that was named and is none of the trust's.
     *
     * @param urn      as it was named
     * @param name     null for a URN that the register does not know
     * @param trustUid the trust it belongs to, or null
     * @param source   where that was read
     */
    public record Stranger(String urn, String name, String trustUid, Source source) {
        Evidence evidence() {
            String where = name == null ? "not in the register" : trustUid == null ? name + ", of no trust" : name + ", of the trust with UID " + trustUid;
            return new Evidence("School %s: %s".formatted(urn, where), source);
        }
    }

    public TrustFacts {
        schools = List.copyOf(schools);
        strangers = List.copyOf(strangers);
    }

    Evidence fact(String text) {
        return new Evidence(text, source);
    }

    TrustFacts knownOn(LocalDate day) {
        return new TrustFacts(uid, name, type, typeCode, status, source, named, schools.stream().map(school -> school.knownOn(day)).toList(), strangers);
    }
}
