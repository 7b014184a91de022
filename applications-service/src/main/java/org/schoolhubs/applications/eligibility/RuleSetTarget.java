package org.schoolhubs.applications.eligibility;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** Whom a rule set judges, the same for all of its versions. */
@Entity
@Immutable
@Table(name = "rule_set")
class RuleSetTarget {
    @Id
    private String code;
    private String programme;
    private String pathway;
    @Enumerated(EnumType.STRING)
    private ApplicantRole role;

    /** For JPA. */
    protected RuleSetTarget() {
    }

    RuleSetTarget(String code, String programme, String pathway, ApplicantRole role) {
        this.code = code;
        this.programme = programme;
        this.pathway = pathway;
        this.role = role;
    }

    String code() {
        return code;
    }

    String programme() {
        return programme;
    }

    /** Null for every pathway of the programme that has no set of its own. */
    String pathway() {
        return pathway;
    }

    ApplicantRole role() {
        return role;
    }

    boolean judges(String someProgramme, String somePathway, ApplicantRole someRole) {
        return programme.equals(someProgramme) && Objects.equals(pathway, somePathway) && role == someRole;
    }
}
