package org.schoolhubs.applications.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Fault;
import org.schoolhubs.applications.eligibility.rules.RuleDefinition;
import org.schoolhubs.applications.eligibility.rules.RuleSet;
import org.schoolhubs.applications.eligibility.rules.SubjectKind;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Keeps rule sets and finds the one that judges. */
@ApplicationScoped
class RuleSetService {
    private static final String AGGREGATE = "RuleSet";
    private static final TypeReference<List<RuleDefinition>> DEFINITIONS = new TypeReference<>() {
    };

    private final RuleSetRepository versions;
    private final ProgrammeCatalogue catalogue;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;
    /** Published versions never change, so neither does what was made of them; there are as many as were ever published. */
    private final Map<UUID, RuleSet> made = new ConcurrentHashMap<>();

    RuleSetService(RuleSetRepository versions, ProgrammeCatalogue catalogue, EntityManager entities, Journal journal, Caller caller, ObjectMapper json, Clock clock) {
        this.versions = versions;
        this.catalogue = catalogue;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** What was written, and whether the version is new. */
    record Written(RuleSetView view, boolean created) {
    }

    /** Which versions a list holds; null for no filter. */
    record Filter(String code, String programme, ApplicantRole role) {
    }

    /**
     * The rules that judge on a day.
     *
     * @param pathway null for a role that leads
     * @throws Problem 409 {@code rules-missing}
     */
    @Transactional
    RuleSet inForce(String programme, String pathway, ApplicantRole role, LocalDate day) {
        return versions.inForce(programme, pathway, role, day).map(this::made).orElseThrow(() -> Problem.of(ApplicationError.RULES_MISSING,
                "No rules for %s in %s were in force on %s. Ask the programme team.".formatted(role, pathway == null ? programme : programme + "/" + pathway, day)));
    }

    /**
     * A published version.
     *
     * @throws Problem 404
     */
    @Transactional
    RuleSet published(String code, int number) {
        return versions.version(code, number).filter(RuleSetVersion::isPublished).map(this::made).orElseThrow(() -> unknown(code, number));
    }

    /** Whom a set judges; pathway null for all. */
    record Target(String programme, String pathway) {
    }

    /** @throws Problem 404 */
    @Transactional
    Target targetOf(String code) {
        return versions.target(code).map(one -> new Target(one.programme(), one.pathway())).orElseThrow(() -> Problem.notFound("rule set", code));
    }

    /** Published versions, and drafts to those who may see them. */
    @Transactional
    Page<RuleSetView> list(Filter filter, PageRequest page) {
        return ListQuery.of(entities, RuleSetVersion.class)
                .filter("e.target.code = :code", "code", filter.code())
                .filter("e.target.programme = :programme", "programme", filter.programme())
                .filter("e.target.role = :role", "role", filter.role())
                .filter("e.state = :visible", "visible", seesDrafts() ? null : RuleSetState.PUBLISHED)
                .fetch(page, this::view);
    }

    /** @throws Problem 404 */
    @Transactional
    RuleSetView get(String code, int number) {
        return view(visible(code, number));
    }

    /** @throws Problem 404 */
    @Transactional
    List<HistoryEntry> history(String code, int number) {
        return journal.history(AGGREGATE, visible(code, number).id());
    }

    /**
     * Begins the next version of a rule set, or changes its draft.
     *
     * @throws Problem 412, 428 by the header; 409 {@code rule-set-published}, {@code rule-set-version-out-of-order}, {@code rule-set-target-taken},
     *                 {@code rule-set-target-fixed}, {@code rule-set-backdated}; 422 {@code rule-set-invalid}, {@code programme-unknown}, {@code pathway-unknown},
     *                 {@code pathway-for-trusts}, {@code pathway-for-schools}
     */
    @Transactional
    Written put(String code, int number, String ifMatch, RuleSetRequest request) {
        caller.requirePerson();
        var existing = versions.version(code, number);
        if (existing.isEmpty()) {
            refuseMatchOfNothing(ifMatch);
            return new Written(begin(code, number, request), true);
        }
        RuleSetVersion draft = existing.get();
        Precondition.of(ifMatch).check(draft);
        RuleSetLifecycle.TABLE.require(draft.state(), RuleSetAct.EDIT, EligibilityError.RULE_SET_PUBLISHED);
        requireSameTarget(draft.target(), request);
        requireSound(code, request);
        draft.edit(request.validFrom(), request.description(), written(request), caller.subject());
        journal.append(Entry.of(draft, AGGREGATE).event("RuleSetDrafted").changed("validFrom", "description", "rules"));
        return new Written(view(draft), false);
    }

    /**
     * Publishes a draft, by another person than those who wrote it.
     *
     * @throws Problem 404; 412, 428 by the header; 409 {@code rule-set-published}, {@code second-person-needed}, {@code rule-set-backdated}
     */
    @Transactional
    RuleSetView publish(String code, int number, Precondition precondition) {
        caller.requirePerson();
        RuleSetVersion draft = visible(code, number);
        precondition.check(draft);
        RuleSetLifecycle.TABLE.require(draft.state(), RuleSetAct.PUBLISH, EligibilityError.RULE_SET_PUBLISHED);
        requireFuture(code, draft.validFrom());
        draft.publish(caller.subject(), clock.instant());
        journal.append(Entry.of(draft, AGGREGATE).event("RuleSetPublished").changed("state"));
        return view(draft);
    }

    private RuleSetView begin(String code, int number, RuleSetRequest request) {
        List<RuleSetVersion> before = versions.versions(code);
        boolean inOrder = number == before.size() + 1 && before.stream().allMatch(RuleSetVersion::isPublished);
        if (!inOrder) {
            throw outOfOrder(code, before);
        }
        RuleSetTarget target = versions.target(code).orElse(null);
        if (target == null) {
            requireFree(request);
        } else {
            requireSameTarget(target, request);
        }
        requireSound(code, request);
        try {
            return store(code, number, target, request);
        } catch (ConstraintViolationException madeMeanwhile) {
            throw outOfOrder(code, before);
        }
    }

    private RuleSetView store(String code, int number, RuleSetTarget known, RuleSetRequest request) {
        RuleSetTarget target = known;
        if (target == null) {
            target = new RuleSetTarget(code, request.programme(), request.pathway(), request.role());
            entities.persist(target);
        }
        RuleSetVersion draft = new RuleSetVersion(target, number, request.validFrom(), request.description(), written(request), caller.subject(), clock.instant());
        versions.persist(draft);
        journal.append(Entry.of(draft, AGGREGATE).event("RuleSetDrafted").changed("validFrom", "description", "rules"));
        return view(draft);
    }

    private void requireSound(String code, RuleSetRequest request) {
        requireTarget(request);
        SubjectKind kind = request.role().isTrust() ? SubjectKind.TRUST : SubjectKind.SCHOOL;
        List<Fault> faults = RuleSet.faults(kind, request.definitions());
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(EligibilityError.RULE_SET_INVALID, "Correct what errors names; nothing was changed.");
            faults.forEach(fault -> problem.at("/rules" + fault.pointer(), fault.code(), fault.advice()));
            throw problem;
        }
        requireFuture(code, request.validFrom());
    }

    private void requireTarget(RuleSetRequest request) {
        if (request.role().isLead()) {
            catalogue.leadOffer(request.programme());
            if (request.pathway() != null) {
                throw Problem.of(EligibilityError.RULE_SET_INVALID, "Leave the pathway out: those who lead are judged by programme.")
                        .at("/pathway", "parameter-needless", "Leads have no pathway.");
            }
        } else if (request.pathway() == null) {
            catalogue.requireKnown(request.programme());
        } else {
            requireKind(catalogue.access(request.programme(), request.pathway()).partnerKind(), request.role());
        }
    }

    /** @throws Problem 422 {@code pathway-for-trusts}, {@code pathway-for-schools} */
    static void requireKind(PartnerKind partners, ApplicantRole role) {
        if (partners == PartnerKind.TRUST && !role.isTrust()) {
            throw Problem.of(ApplicationError.PATHWAY_FOR_TRUSTS, "Choose a pathway whose partnerKind is SCHOOL.")
                    .at("/pathway", "pathway-for-trusts", "Its partners are trusts.");
        }
        if (partners == PartnerKind.SCHOOL && role.isTrust()) {
            throw Problem.of(EligibilityError.PATHWAY_FOR_SCHOOLS, "Choose a pathway whose partnerKind is TRUST, or name a school.")
                    .at("/pathway", "pathway-for-schools", "Its partners are schools.");
        }
    }

    private void requireFree(RuleSetRequest request) {
        versions.targetOf(request.programme(), request.pathway(), request.role()).ifPresent(taken -> {
            throw Problem.of(EligibilityError.RULE_SET_TARGET_TAKEN, "Draft the next version of %s instead.".formatted(taken.code()));
        });
    }

    private static void requireSameTarget(RuleSetTarget target, RuleSetRequest request) {
        if (!target.judges(request.programme(), request.pathway(), request.role())) {
            throw Problem.of(EligibilityError.RULE_SET_TARGET_FIXED, "%s judges %s in %s: send the same, or choose another code."
                    .formatted(target.code(), target.role(), target.pathway() == null ? target.programme() : target.programme() + "/" + target.pathway()));
        }
    }

    /** What was judged already stays judged by the rules of its day. */
    private void requireFuture(String code, LocalDate validFrom) {
        LocalDate today = LondonDates.today(clock);
        boolean overtakes = versions.versions(code).stream().anyMatch(one -> one.isPublished() && !one.validFrom().isBefore(validFrom));
        if (validFrom.isBefore(today) || overtakes) {
            throw Problem.of(EligibilityError.RULE_SET_BACKDATED,
                    "Give a first day from %s on that lies after the first day of every published version.".formatted(today))
                    .at("/validFrom", "rule-set-backdated", "Choose a later day.");
        }
    }

    private RuleSetVersion visible(String code, int number) {
        return versions.version(code, number).filter(one -> one.isPublished() || seesDrafts()).orElseThrow(() -> unknown(code, number));
    }

    private boolean seesDrafts() {
        return caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR);
    }

    private RuleSet made(RuleSetVersion version) {
        return made.computeIfAbsent(version.id(), id -> ruleSet(version));
    }

    private RuleSet ruleSet(RuleSetVersion version) {
        SubjectKind kind = version.target().role().isTrust() ? SubjectKind.TRUST : SubjectKind.SCHOOL;
        return RuleSet.of(version.target().code(), version.number(), kind, definitions(version));
    }

    private RuleSetView view(RuleSetVersion one) {
        return new RuleSetView(one.target().code(), one.number(), one.target().programme(), one.target().pathway(), one.target().role(), one.state(), one.validFrom(),
                one.description(), definitions(one).stream().map(RuleSetRequest.RuleRequest::of).toList(), ruleSet(one).meanings(), one.publishedAt(), actions(one),
                one.version());
    }

    private List<Action> actions(RuleSetVersion one) {
        if (one.isPublished() || !caller.has(Roles.PROGRAMME_TEAM)) {
            return List.of();
        }
        String href = "/v1/rule-sets/%s/versions/%d/publication".formatted(one.target().code(), one.number());
        return List.of(one.wasDraftedBy(caller.subject())
                ? Action.refused("publication", href, ApplicationError.SECOND_PERSON_NEEDED, "Someone who did not change this draft must publish it.")
                : Action.allowed("publication", href));
    }

    private List<RuleDefinition> definitions(RuleSetVersion version) {
        try {
            return json.readValue(version.rules(), DEFINITIONS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rules of %s version %d cannot be read".formatted(version.target().code(), version.number()), impossible);
        }
    }

    private String written(RuleSetRequest request) {
        try {
            return json.writeValueAsString(request.definitions());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rules cannot be written", impossible);
        }
    }

    private static Problem unknown(String code, int number) {
        return Problem.notFound("version of a rule set", code + "/" + number);
    }

    private static Problem outOfOrder(String code, List<RuleSetVersion> before) {
        boolean draft = before.stream().anyMatch(one -> !one.isPublished());
        return Problem.of(EligibilityError.RULE_SET_VERSION_OUT_OF_ORDER, draft ? "Publish the draft of %s, version %d, or change it, before you begin another."
                .formatted(code, before.size()) : "The next version of %s is %d.".formatted(code, before.size() + 1));
    }

    /** If-Match on what does not exist can never hold (RFC 9110, 13.1.1). */
    private static void refuseMatchOfNothing(String ifMatch) {
        if (ifMatch != null) {
            throw Problem.of(CommonError.STALE, "There is no such version to match. Send it without If-Match to begin it.").header("If-Match", "stale", "Leave it out.");
        }
    }
}
