package org.schoolhubs.grants.payees;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.Officer;
import org.schoolhubs.grants.payees.rules.Usability;
import org.schoolhubs.grants.vault.Vault;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Use cases of payees and their bank details. */
@ApplicationScoped
public class PayeeService {
    private static final String TYPE = "Payee";
    private static final String VERIFICATION = "bank-details-verification";

    private final PayeeRepository payees;
    private final BankDetailsRepository details;
    private final Vault vault;
    private final PayeesConfig config;
    private final Journal journal;
    private final Tasks tasks;
    private final Caller caller;
    private final Officer officer;
    private final Clock clock;
    private final EntityManager entities;

    PayeeService(PayeeRepository payees, BankDetailsRepository details, Vault vault, PayeesConfig config, Journal journal, Tasks tasks, Caller caller,
            Officer officer, Clock clock, EntityManager entities) {
        this.payees = payees;
        this.details = details;
        this.vault = vault;
        this.config = config;
        this.journal = journal;
        this.tasks = tasks;
        this.caller = caller;
        this.officer = officer;
        this.clock = clock;
        this.entities = entities;
    }

    /** The payee, whoever asks; for the rules of other features. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PayeeRef> find(UUID id) {
        return payees.findByIdOptional(id).map(payee -> new PayeeRef(payee.id(), payee.organisation(), payee.name()));
    }

    /** Whether the payee can be paid now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PayableTo payableTo(UUID payeeId) {
        Instant now = clock.instant();
        return details.latestOf(payeeId).map(latest -> new PayableTo(payeeId, latest.id(), latest.usability(now)))
                .orElseGet(() -> new PayableTo(payeeId, null, Usability.NO_BANK_DETAILS));
    }

    /** Keeps the payee's bank details from being changed until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdStill(UUID payeeId) {
        payees.findById(payeeId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The readable account, for the payment file alone; the caller records in its own history what it was used for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public BankAccount open(UUID bankDetailsId) {
        return details.findByIdOptional(bankDetailsId).orElseThrow().open(vault);
    }

    @Transactional
    Page<PayeeView> list(PageRequest page) {
        ListQuery<Payee> query = ListQuery.of(entities, Payee.class);
        if (!officer.seesEverything()) {
            query.restrict("(e.organisationKind = :school and e.organisationCode in :urns) or (e.organisationKind = :trust and e.organisationCode in :uids)"
                    + " or (e.organisationKind = :authority and e.organisationCode in :authorities)",
                    Map.of("school", OrganisationKind.SCHOOL, "urns", officer.codes("urn:"), "trust", OrganisationKind.TRUST, "uids", officer.codes("uid:"),
                            "authority", OrganisationKind.LOCAL_AUTHORITY, "authorities", officer.codes("la:")));
        }
        return query.fetch(page, this::view);
    }

    @Transactional
    PayeeView get(UUID id) {
        return view(visible(id));
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(TYPE, visible(id).id());
    }

    @Transactional
    PayeeView create(NewPayee request) {
        String code = request.organisation().code();
        Payee payee = payeeOf(request);
        if (!caller.hasAny(Roles.FINANCE_PREPARER, Roles.PROGRAMME_TEAM) && !officer.speaksFor(payee.organisation())) {
            throw Problem.notFound("organisation", code);
        }
        if (payees.exists(payee.organisationKind(), code)) {
            throw Problem.of(GrantError.PAYEE_EXISTS, "See GET /v1/payees for the payee of this organisation.");
        }
        payees.persist(payee);
        journal.append(Entry.of(payee, TYPE).event("PayeeCreated").changed("organisation", "name"));
        return view(payee);
    }

    /** The masked details; that they were read, and by whom, is recorded. */
    @Transactional
    BankDetailsView readBankDetails(UUID id) {
        Payee payee = visible(id);
        BankDetails latest = details.latestOf(id).orElseThrow(() -> Problem.notFound("bank details of payee", id));
        journal.append(Entry.of(payee, TYPE).event("BankDetailsRead"));
        return BankDetailsView.of(payee.version(), latest, clock.instant());
    }

    /** Enters new details: they count at once, so that nothing is paid until a second person has verified them. */
    @Transactional
    BankDetailsView enterBankDetails(UUID id, Precondition precondition, BankDetailsRequest request) {
        caller.requirePerson();
        Payee payee = changeable(id);
        precondition.check(payee);
        boolean change = details.anyVerified(id);
        details.latestOf(id).ifPresent(before -> {
            before.supersede();
            entities.flush();
        });
        BankDetails entered = new BankDetails(id, request.toAccount(), change, caller.subject(), vault, clock.instant());
        details.persist(entered);
        touch(payee);
        tasks.settle(VERIFICATION, TYPE, id);
        tasks.open(Task.of(VERIFICATION, TYPE, id, null, change ? "bank-details-changed" : "bank-details-entered",
                "Verify the bank details with the organisation, by a contact that you had before.", Roles.FINANCE_APPROVER));
        journal.append(Entry.of(payee, TYPE).event(change ? "BankDetailsChanged" : "BankDetailsEntered").changed("bankDetails"));
        return BankDetailsView.of(payee.version(), entered, clock.instant());
    }

    @Transactional
    BankDetailsView verifyBankDetails(UUID id, Precondition precondition) {
        caller.requirePerson();
        Payee payee = changeable(id);
        precondition.check(payee);
        BankDetails latest = details.latestOf(id)
                .orElseThrow(() -> Problem.of(GrantError.NO_BANK_DETAILS, "Somebody has to enter them first: PUT /v1/payees/{id}/bank-details."));
        latest.verify(caller.subject(), config.coolingOff(), clock.instant());
        touch(payee);
        tasks.settle(VERIFICATION, TYPE, id);
        journal.append(Entry.of(payee, TYPE).event("BankDetailsVerified").changed("bankDetails"));
        return BankDetailsView.of(payee.version(), latest, clock.instant());
    }

    private Payee payeeOf(NewPayee request) {
        try {
            return new Payee(request.organisation().kind(), request.organisation().code(), request.name().strip(), clock.instant());
        } catch (IllegalArgumentException wrong) {
            throw Problem.of(GrantError.ORGANISATION_CODE_INVALID, "Correct the code.").at("/organisation/code", "organisation-code-invalid", wrong.getMessage());
        }
    }

    /** Bank details belong to the payee as a whole: a change of them is a change of its version. */
    private void touch(Payee payee) {
        entities.lock(payee, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private Payee changeable(UUID id) {
        Payee payee = visible(id);
        entities.refresh(payee, LockModeType.PESSIMISTIC_WRITE);
        return payee;
    }

    private Payee visible(UUID id) {
        return payees.findByIdOptional(id).filter(payee -> officer.seesEverything() || officer.speaksFor(payee.organisation()))
                .orElseThrow(() -> Problem.notFound("payee", id));
    }

    private PayeeView view(Payee payee) {
        BankDetails latest = details.latestOf(payee.id()).orElse(null);
        return PayeeView.of(payee, latest, clock.instant(), caller);
    }
}
