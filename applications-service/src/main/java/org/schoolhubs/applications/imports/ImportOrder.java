package org.schoolhubs.applications.imports;

import java.time.LocalDate;

/**
 * What a file is said to be.
 *
 * @param asAt     the day it describes
 * @param fileName  as its sender calls it; shown, never used as a path
 * @param selection what a selection list is for; null for other kinds
 */
record ImportOrder(ImportKind kind, LocalDate asAt, String fileName, SelectionTarget selection) {
}
