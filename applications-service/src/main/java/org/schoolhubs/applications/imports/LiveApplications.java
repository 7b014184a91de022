package org.schoolhubs.applications.imports;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What imports ask those who work with schools, so that a report can say whom a changed school concerns. Applications answer it. */
public interface LiveApplications {
    /** Gives the school (URN) and the id of every live application: submitted, accepted or active. In the caller's transaction. */
    void each(BiConsumer<String, UUID> schoolAndApplication);

    /** Those of the schools (URNs) that have an application of any state: what brought them is not undone. */
    Set<String> withApplications(Collection<String> urns);
}
