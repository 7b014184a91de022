package org.schoolhubs.applications.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.RuleSet;
import org.schoolhubs.applications.eligibility.rules.SchoolFacts;
import org.schoolhubs.applications.eligibility.rules.Subject;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayAccess;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.SchoolBatches;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Judges schools and trusts by the facts of the register as they are today. */
@ApplicationScoped
public class EligibilityService {
    private final RuleSetService ruleSets;
    private final FactsReader facts;
    private final SchoolBatches schools;
    private final ProgrammeCatalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    EligibilityService(RuleSetService ruleSets, FactsReader facts, SchoolBatches schools, ProgrammeCatalogue catalogue, Caller caller, Clock clock) {
        this.ruleSets = ruleSets;
        this.facts = facts;
        this.schools = schools;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** Answers "would this school or trust be eligible?" without an application. */
    @Transactional
    EligibilityView check(EligibilityCheckRequest request) {
        Applicant applicant = request.applicant();
        requireFit(applicant.role(), request.programme(), request.pathway());
        boolean inDetail = caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR);
        return EligibilityView.of(applicant, request.programme(), request.pathway(), assess(applicant, request.programme(), request.pathway(), inDetail));
    }

    /** Answers the same for many schools at once. */
    @Transactional
    BulkCheckView checkAll(BulkCheckRequest request) {
        ApplicantRole role = request.role() == null ? ApplicantRole.PARTNER_SCHOOL : request.role();
        SchoolQuestion question = question(role, request.programme(), request.pathway());
        Set<Urn> urns = request.urns().stream().map(Urn::new).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, SchoolFacts> known = facts.schoolsOf(schools.of(urns), question.facts()).stream().collect(Collectors.toMap(SchoolFacts::urn, Function.identity()));
        List<EligibilityView> items = urns.stream().map(urn -> known.get(urn.value())).filter(Objects::nonNull)
                .map(school -> EligibilityView.of(Applicant.school(role, new Urn(school.urn())), request.programme(), request.pathway(), question.assess(school)))
                .toList();
        return new BulkCheckView(items, urns.stream().map(Urn::value).filter(urn -> !known.containsKey(urn)).toList());
    }

    /** Ids of the rules that judge the schools of such a question, in their order. */
    @Transactional
    List<String> ruleIds(BulkCheckRequest request) {
        return question(request.role() == null ? ApplicantRole.PARTNER_SCHOOL : request.role(), request.programme(), request.pathway()).rules().ruleIds();
    }

    /**
     * What is asked about many schools: by which rules, on which day, with which facts.
     *
     * @throws Problem 400 {@code invalid} for a role of trusts, 409 {@code rules-missing}, 422 for a pathway that is not one of schools
     */
    @Transactional
    SchoolQuestion question(ApplicantRole role, String programme, String pathway) {
        if (role.isTrust() || role.isLead() == (pathway != null)) {
            throw Problem.of(CommonError.INVALID, "Ask for PARTNER_SCHOOL with a pathway, or for LEAD_SCHOOL without one.")
                    .at(role.isTrust() ? "/role" : "/pathway", "invalid", "Only schools are asked about here, partners by pathway and leads by programme.");
        }
        requireFit(role, programme, pathway);
        LocalDate today = LondonDates.today(clock);
        RuleSet rules = ruleSets.inForce(programme, pathway, role, today);
        boolean inDetail = caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR);
        return new SchoolQuestion(rules, today, new FactsReader.Question(programme, pathway, rules.needs(), inDetail));
    }

    /** The rules and the day by which many schools are judged. */
    record SchoolQuestion(RuleSet rules, LocalDate on, FactsReader.Question facts) {
        Assessment assess(SchoolFacts school) {
            return rules.assess(Subject.of(school), on);
        }
    }

    /**
     * Judges a school for a pathway, with the facts of today (Europe/London).
     *
     * @throws Problem 404 {@code school-not-found} for a URN that the register has never seen, 422 for a pathway that schools do not apply to
     */
    @Transactional
    public Assessment assess(Urn urn, String programme, String pathway) {
        requireForSchools(programme, pathway);
        return assess(Applicant.school(ApplicantRole.PARTNER_SCHOOL, urn), programme, pathway);
    }

    /**
     * Judges an applicant, with the facts of today (Europe/London). The one entrance for applications.
     *
     * @param pathway code of the pathway; ignored for a role that leads
     * @throws Problem 404 {@code school-not-found}, {@code trust-not-found}, 409 {@code rules-missing}, 422 {@code programme-unknown}, {@code pathway-unknown},
     *                 {@code pathway-for-trusts}, {@code pathway-for-schools}, {@code programme-without-leads}
     */
    @Transactional
    public Assessment assess(Applicant applicant, String programme, String pathway) {
        requireFit(applicant.role(), programme, pathway);
        return assess(applicant, programme, pathway, true);
    }

    /**
     * Applies a published version of rules again, to the facts as the files described them on a day. Where the register does not go back that far, and for
     * selection lists always, to the facts of today: the answer says so.
     *
     * @throws Problem 404 for an unknown version, {@code school-not-found}, {@code trust-not-found}
     */
    @Transactional
    public Recomputation recompute(String ruleSetCode, int version, Applicant applicant, LocalDate on) {
        RuleSet rules = ruleSets.published(ruleSetCode, version);
        RuleSetService.Target target = ruleSets.targetOf(ruleSetCode);
        FactsReader.PastSubject past = facts.asOn(applicant, on, new FactsReader.Question(target.programme(), target.pathway(), rules.needs(), true));
        return new Recomputation(rules.assess(past.subject(), on), past.complete(), past.complete() ? "By the facts as the files described them on %s.".formatted(on)
                : "Some facts are those of today: the register does not hold all of them as they were on %s.".formatted(on));
    }

    /**
     * Applies a published version of rules again, to facts that were kept: the same facts give the same answer.
     *
     * @throws Problem 404 for an unknown version
     */
    @Transactional
    public Assessment recompute(String ruleSetCode, int version, Subject kept, LocalDate on) {
        return ruleSets.published(ruleSetCode, version).assess(kept, on);
    }

    /**
     * What a published version of rules asks, rule by rule in plain English.
     *
     * @throws Problem 404 for an unknown version
     */
    @Transactional
    public List<String> meanings(String ruleSetCode, int version) {
        return ruleSets.published(ruleSetCode, version).meanings();
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

    private Assessment assess(Applicant applicant, String programme, String pathway, boolean inDetail) {
        LocalDate today = LondonDates.today(clock);
        RuleSet rules = ruleSets.inForce(programme, applicant.role().isLead() ? null : pathway, applicant.role(), today);
        return rules.assess(facts.now(applicant, today, new FactsReader.Question(programme, pathway, rules.needs(), inDetail)), today);
    }

    private void requireFit(ApplicantRole role, String programme, String pathway) {
        if (role.isLead()) {
            catalogue.leadOffer(programme);
        } else {
            RuleSetService.requireKind(catalogue.access(programme, pathway).partnerKind(), role);
        }
    }
}
