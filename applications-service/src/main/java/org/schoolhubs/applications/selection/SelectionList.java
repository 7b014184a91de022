package org.schoolhubs.applications.selection;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.schoolhubs.kit.aggregate.Aggregate;

/** A list of selected schools. Only an import writes it, so to the rest of the service it is read-only. */
@Entity
@Immutable
class SelectionList extends Aggregate {
    private String programme;
    private String pathway;
    private String cohort;
    private int listNumber;
    private LocalDate datedOn;
    private boolean current;
    private int entries;
    private UUID importId;
    private String sourceFile;

    /** For JPA. */
    protected SelectionList() {
    }

    String programme() {
        return programme;
    }

    String pathway() {
        return pathway;
    }

    String cohort() {
        return cohort;
    }

    int listNumber() {
        return listNumber;
    }

    LocalDate datedOn() {
        return datedOn;
    }

    boolean isCurrent() {
        return current;
    }

    int entries() {
        return entries;
    }

    UUID importId() {
        return importId;
    }

    String sourceFile() {
        return sourceFile;
    }
}
