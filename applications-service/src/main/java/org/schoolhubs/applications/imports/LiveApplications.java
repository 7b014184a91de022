package org.schoolhubs.applications.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What imports ask those who work with schools and trusts: whom a changed school concerns, and what rests on an import that is to be taken back. Live are
 * applications that are submitted, accepted or active. Applications answer it, in the caller's transaction.
 */
public interface LiveApplications {
    /** Gives the school (URN) and the id of every live application. */
    void each(BiConsumer<String, UUID> schoolAndApplication);

    /** Schools (URNs) that have an application of any state: what brought them is not undone. */
    Set<String> schoolsWithApplications();

    /** Trusts (UIDs) that have an application of any state. */
    Set<String> trustsWithApplications();

    /** Schools and trusts, as {@code school 100049} and {@code trust 2854}, whose live application was judged at submission, since then, by what a file said. */
    Set<String> judgedBy(String fileName, LocalDate asAt, Instant since);

    /** Trusts (UIDs) whose live application was submitted since then. */
    Set<String> trustsSubmittedSince(Instant since);

    /** Schools (URNs) whose live application for a pathway was submitted since then. */
    Set<String> submittedSince(String programme, String pathway, Instant since);

    /** Schools (URNs) that were invited from a selection list, whatever became of it. None is invited from it any more until the transaction ends. */
    Set<String> invitedFrom(UUID selectionList);
}
