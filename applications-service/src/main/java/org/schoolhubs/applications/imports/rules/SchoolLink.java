package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import org.schoolhubs.kernel.Urn;

/**
 * One row of GIAS's links file. Either school may be one that the register does not know.
 *
 * @param type          as GIAS writes it
 * @param kind          what it means for the order of schools
 * @param establishedOn from when it holds; null where GIAS does not say
 */
public record SchoolLink(Urn urn, Urn linkUrn, String type, LinkKind kind, String linkName, LocalDate establishedOn) {
}
