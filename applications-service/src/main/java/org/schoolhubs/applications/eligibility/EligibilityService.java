package org.schoolhubs.applications.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.InspectionEvidence;
import org.schoolhubs.applications.eligibility.rules.OverallGrade;
import org.schoolhubs.applications.eligibility.rules.RuleSet;
import org.schoolhubs.applications.eligibility.rules.RuleSets;
import org.schoolhubs.applications.eligibility.rules.SchoolFacts;
import org.schoolhubs.applications.eligibility.rules.Source;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayAccess;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.InspectionRecord;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** Judges schools by the facts of the register as they are today. */
@ApplicationScoped
public class EligibilityService {
    private final SchoolRegister register;
    private final ProgrammeCatalogue catalogue;
    private final Clock clock;

    EligibilityService(SchoolRegister register, ProgrammeCatalogue catalogue, Clock clock) {
        this.register = register;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Answers "would this school be eligible?" without an application. */
    @Transactional
    EligibilityView check(EligibilityCheckRequest request) {
        requireForSchools(request.programme(), request.pathway());
        RegisteredSchool school = school(new Urn(request.urn()));
        return EligibilityView.of(request, school.name(), assess(school, request.programme(), request.pathway()));
    }

    /**
     * Judges a school for a pathway, with the facts of today (Europe/London).
     *
     * @throws Problem 404 {@code school-not-found} for a URN that the register has never seen, 422 for a pathway that schools do not apply to
     */
    @Transactional
    public Assessment assess(Urn urn, String programme, String pathway) {
        requireForSchools(programme, pathway);
        return assess(school(urn), programme, pathway);
    }

    /**
     * Judges an applicant, with the facts of today (Europe/London). The one entrance for applications.
     *
     * @param pathway code of the pathway; null for a role that leads
     * @throws Problem 404 {@code school-not-found}, 409 {@code rules-missing}
     */
    @Transactional
    public Assessment assess(Applicant applicant, String programme, String pathway) {
        return assess(applicant.urn(), programme, pathway);
    }

    /**
     * Only pathways that a school may come into by itself have rules for schools.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}, {@code pathway-for-trusts}, {@code pathway-by-selection}
     */
    @Transactional
    public void requireForSchools(String programme, String pathway) {
        PathwayAccess access = catalogue.access(programme, pathway);
        if (access.partnerKind() == PartnerKind.TRUST) {
            throw Problem.of(ApplicationError.PATHWAY_FOR_TRUSTS, "Choose a pathway whose partnerKind is SCHOOL.")
                    .at("/pathway", "pathway-for-trusts", "Its partners are trusts.");
        }
        if (access.entry() == EntryRoute.SELECTION) {
            throw Problem.of(ApplicationError.PATHWAY_BY_SELECTION, "The Department invites the schools of this pathway; choose another pathway to apply.")
                    .at("/pathway", "pathway-by-selection", "Its partners are selected.");
        }
    }

    private Assessment assess(RegisteredSchool school, String programme, String pathway) {
        RuleSet rules = RuleSets.find(programme, pathway).orElseThrow(() ->
                Problem.of(ApplicationError.RULES_MISSING, "No rules were published for %s/%s yet. Ask the programme team.".formatted(programme, pathway)));
        List<InspectionEvidence> inspections = register.inspections(school.urn()).stream().map(EligibilityService::evidence).toList();
        return rules.assess(facts(school), inspections, LondonDates.today(clock));
    }

    private RegisteredSchool school(Urn urn) {
        return register.find(urn).orElseThrow(() -> Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "Check the URN %s: the register does not know it.".formatted(urn))
                .at("/urn", "school-not-found", "No school has this URN."));
    }

    private static SchoolFacts facts(RegisteredSchool school) {
        return new SchoolFacts(school.name(), school.status(), school.typeCode(), school.phase(), school.provision(), school.region(),
                school.furtherEducationType(), Source.register(school.source().fileName(), school.source().asAt()));
    }

    private static InspectionEvidence evidence(InspectionRecord inspection) {
        InspectionEvidence.Kind kind = switch (inspection.kind()) {
            case OEIF_GRADED -> InspectionEvidence.Kind.GRADED;
            case UNGRADED -> InspectionEvidence.Kind.UNGRADED;
            case REPORT_CARD -> InspectionEvidence.Kind.REPORT_CARD;
        };
        return new InspectionEvidence(kind, inspection.inspectedOn(), OverallGrade.ofCode(inspection.overallEffectiveness()).orElse(null),
                inspection.ungradedOutcome(),
                Source.inspection(inspection.source().fileName(), inspection.source().asAt(), inspection.inspectionNumber(), inspection.predecessor()));
    }
}
