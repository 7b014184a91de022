package org.schoolhubs.applications.reconciliation;

import java.time.LocalDate;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.kernel.Urn;

/**
 * That one school's applications pass to another.
 *
 * @param from        the closed school
 * @param to          the open school that followed it
 * @param kind        how
 * @param effectiveOn the day on which the first one closed; the day of the file that said so where the register does not say
 */
public record PassingOn(Urn from, RegisteredSchool to, LinkKind kind, LocalDate effectiveOn) {
}
