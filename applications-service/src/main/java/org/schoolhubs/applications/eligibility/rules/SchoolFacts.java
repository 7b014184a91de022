package org.schoolhubs.applications.eligibility.rules;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;

/**
 * What the rules need of a school.
 *
 * @param name                 as the register writes it
 * @param status               open or not
 * @param typeCode             GIAS TypeOfEstablishment without leading zeros
 * @param phase                GIAS phase; {@code NOT_APPLICABLE} for most special and alternative provision
 * @param provision            derived from the type
 * @param region               GIAS region code, {@code A} to {@code K} in England, may be {@code null}
 * @param furtherEducationType GIAS FurtherEducationType (name), needed for type 18; may be {@code null}
 * @param source               the register's file and day
 */
public record SchoolFacts(String name, SchoolStatus status, String typeCode, Phase phase, Provision provision, String region,
                          String furtherEducationType, Source source) {
    Evidence fact(String text) {
        return new Evidence(text, source);
    }
}
