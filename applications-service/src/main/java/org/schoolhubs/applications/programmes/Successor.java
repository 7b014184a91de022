package org.schoolhubs.applications.programmes;

import java.time.LocalDate;

/**
 * The programme that takes the place of another.
 *
 * @param programme code; where the successor itself was replaced meanwhile, of the one at the end of the row
 * @param on        first day of the successor alone; null while no day is set
 * @param inPlace   whether that day has come: what waits for the other programme is offered to this one
 */
public record Successor(String programme, LocalDate on, boolean inPlace) {
}
