package org.schoolhubs.applications.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.RuleBook;

/** Tells the catalogue which pathways have rules. */
@ApplicationScoped
class PublishedRules implements RuleBook {
    private final RuleSetRepository versions;

    PublishedRules(RuleSetRepository versions) {
        this.versions = versions;
    }

    @Override
    @Transactional
    public boolean judges(String programme, String pathway, PartnerKind partners, LocalDate on) {
        ApplicantRole role = partners == PartnerKind.TRUST ? ApplicantRole.PARTNER_TRUST : ApplicantRole.PARTNER_SCHOOL;
        return versions.inForce(programme, pathway, role, on).isPresent();
    }
}
