package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;

/**
 * Where a fact was read.
 *
 * @param file             name of the imported file, {@code null} if no file holds anything
 * @param asAt             the day the file speaks of
 * @param inspectionNumber Ofsted's number, for facts of an inspection
 * @param predecessor      whether the inspection was of a predecessor under another URN; {@code null} for facts of the register
 */
public record Source(String file, LocalDate asAt, String inspectionNumber, Boolean predecessor) {
    /** A fact of the register of schools. */
    public static Source register(String file, LocalDate asAt) {
        return new Source(file, asAt, null, null);
    }

    /** A fact of an inspection. */
    public static Source inspection(String file, LocalDate asAt, String number, boolean predecessor) {
        return new Source(file, asAt, number, predecessor);
    }
}
