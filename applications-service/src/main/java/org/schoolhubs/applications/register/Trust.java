package org.schoolhubs.applications.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A trust as the rows of its schools name it. Only an import writes it. */
@Entity
@Immutable
@Table(name = "establishment_group")
class Trust {
    @Id
    private String uid;
    private String name;

    /** For JPA. */
    protected Trust() {
    }

    String uid() {
        return uid;
    }

    String name() {
        return name;
    }
}
