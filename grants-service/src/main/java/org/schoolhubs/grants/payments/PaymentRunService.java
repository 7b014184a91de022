package org.schoolhubs.grants.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.awards.AwardPayments;
import org.schoolhubs.grants.awards.PayableAward;
import org.schoolhubs.grants.payees.PayableTo;
import org.schoolhubs.grants.payees.PayeeService;
import org.schoolhubs.grants.payments.rules.LineError;
import org.schoolhubs.grants.payments.rules.PaymentDays;
import org.schoolhubs.grants.payments.rules.ResultCsv;
import org.schoolhubs.grants.payments.rules.ResultLine;
import org.schoolhubs.grants.payments.rules.ResultMatch;
import org.schoolhubs.grants.payments.rules.RunState;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Use cases of payment runs. Each locks the run, then its awards in the order of their ids. */
@ApplicationScoped
class PaymentRunService {
    private static final String TYPE = "PaymentRun";
    private static final String APPROVAL = "payment-run-approval";

    private final PaymentRunRepository runs;
    private final PaymentRepository payments;
    private final PaymentFiles files;
    private final AwardPayments awards;
    private final PayeeService payees;
    private final PaymentsConfig config;
    private final Journal journal;
    private final Tasks tasks;
    private final Caller caller;
    private final Clock clock;
    private final EntityManager entities;

    PaymentRunService(PaymentRunRepository runs, PaymentRepository payments, PaymentFiles files, AwardPayments awards, PayeeService payees, PaymentsConfig config,
            Journal journal, Tasks tasks, Caller caller, Clock clock, EntityManager entities) {
        this.runs = runs;
        this.payments = payments;
        this.files = files;
        this.awards = awards;
        this.payees = payees;
        this.config = config;
        this.journal = journal;
        this.tasks = tasks;
        this.caller = caller;
        this.clock = clock;
        this.entities = entities;
    }

    /** Collects every payable award of the programme whose payee can be paid. */
    @Transactional
    PaymentRunView prepare(NewPaymentRun request) {
        caller.requirePerson();
        requirePaymentDay(request.paymentDate());
        List<PayableAward> claimed = awards.claim(request.programme());
        Map<UUID, PayableTo> payableTo = claimed.stream().map(PayableAward::payeeId).distinct().collect(Collectors.toMap(id -> id, payees::payableTo));
        List<PayableAward> taken = claimed.stream().filter(award -> payableTo.get(award.payeeId()).isUsable()).toList();
        if (taken.isEmpty()) {
            throw nothingToPay(claimed, payableTo);
        }
        Money total = taken.stream().map(PayableAward::amount).reduce(Money.ZERO, Money::plus);
        PaymentRun run = new PaymentRun(request.programme(), request.paymentDate(), taken.size(), total, caller.subject(), clock.instant());
        runs.persist(run);
        for (PayableAward award : taken) {
            payments.persist(new Payment(run.id(), award, payableTo.get(award.payeeId()).bankDetailsId(), clock.instant()));
            awards.putInRun(award.id());
        }
        claimed.stream().filter(award -> !payableTo.get(award.payeeId()).isUsable())
                .forEach(award -> entities.persist(new LeftOut(run.id(), award.id(), payableTo.get(award.payeeId()).usability().name())));
        tasks.open(Task.of(APPROVAL, TYPE, run.id(), null, "prepared", "Approve the payment run, or cancel it.", Roles.FINANCE_APPROVER));
        journal.append(Entry.of(run, TYPE).event("PaymentRunPrepared").changed("state"));
        return view(run);
    }

    /** A second person agrees; the bank's file is made and kept. */
    @Transactional
    PaymentRunView approve(UUID id, Precondition precondition) {
        caller.requirePerson();
        PaymentRun run = changeable(id, precondition);
        run.approve(caller.subject(), clock.instant());
        requireStillPayable(run);
        String sha256 = files.make(run, payments.ofRun(id));
        tasks.settle(APPROVAL, TYPE, id);
        journal.append(Entry.of(run, TYPE).event("PaymentRunApproved").changed("state", "file"));
        return PaymentRunView.of(run, leftOut(id), sha256, caller);
    }

    /** The file goes to the bank: once, and never undone. */
    @Transactional
    PaymentRunView release(UUID id, Precondition precondition) {
        caller.requirePerson();
        PaymentRun run = changeable(id, precondition);
        run.release(caller.subject(), clock.instant());
        requireStillPayable(run);
        payments.ofRun(id).forEach(payment -> awards.released(payment.awardId(), id));
        journal.append(Entry.of(run, TYPE).event("PaymentRunReleased").changed("state"));
        return view(run);
    }

    /** Records the bank's result: every line of it, or none. */
    @Transactional
    PaymentRunView recordResults(UUID id, Precondition precondition, String csv) {
        caller.requirePerson();
        PaymentRun run = changeable(id, precondition);
        run.complete(clock.instant());
        List<Payment> expected = payments.ofRun(id);
        Map<String, ResultMatch.Outcome> outcomes = match(expected, csv);
        awards.lock(expected.stream().map(Payment::awardId).toList());
        for (Payment payment : expected) {
            ResultMatch.Outcome outcome = outcomes.get(payment.endToEndId());
            payment.record(outcome);
            if (outcome.paid()) {
                awards.paid(payment.awardId(), id);
            } else {
                awards.returned(payment.awardId(), id);
            }
        }
        journal.append(Entry.of(run, TYPE).event("PaymentRunCompleted").changed("state"));
        return view(run);
    }

    /** Before release: its awards can be paid by another run. */
    @Transactional
    PaymentRunView cancel(UUID id, Precondition precondition) {
        caller.requirePerson();
        PaymentRun run = changeable(id, precondition);
        run.cancel(clock.instant());
        List<Payment> undone = payments.ofRun(id);
        awards.lock(undone.stream().map(Payment::awardId).toList());
        for (Payment payment : undone) {
            payment.cancel();
            awards.takeOutOfRun(payment.awardId());
        }
        tasks.settle(APPROVAL, TYPE, id);
        journal.append(Entry.of(run, TYPE).event("PaymentRunCancelled").changed("state"));
        return view(run);
    }

    /** The kept file. Who reads it is recorded: it holds bank details. */
    @Transactional
    PaymentFiles.Content file(UUID id) {
        caller.requirePerson();
        PaymentRun run = required(id);
        PaymentFiles.Content content = files.read(run);
        journal.append(Entry.of(run, TYPE).event("PaymentFileRead"));
        return content;
    }

    @Transactional
    Page<PaymentRunView> list(String programme, RunState state, PageRequest page) {
        return ListQuery.of(entities, PaymentRun.class).filter("e.programme = :programme", "programme", programme).filter("e.state = :state", "state", state)
                .fetch(page, run -> PaymentRunView.of(run, List.of(), null, caller));
    }

    @Transactional
    PaymentRunView get(UUID id) {
        return view(required(id));
    }

    @Transactional
    Page<PaymentView> payments(UUID id, PageRequest page) {
        return ListQuery.of(entities, Payment.class).restrict("e.runId = :run", Map.of("run", required(id).id())).fetch(page, PaymentView::of);
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(TYPE, required(id).id());
    }

    private void requirePaymentDay(LocalDate day) {
        PaymentDays days = new PaymentDays(config.bankHolidays().orElse(Set.of()));
        LocalDate today = LondonDates.today(clock);
        if (day.isBefore(today) || !days.include(day)) {
            LocalDate better = days.onOrAfter(day.isBefore(today) ? today : day);
            throw Problem.of(GrantError.PAYMENT_DATE_INVALID, "Banks do not pay on %s any more, or at all. Choose %s or a later working day.".formatted(day, better))
                    .at("/paymentDate", "payment-date-invalid", "For example %s.".formatted(better));
        }
    }

    private static Problem nothingToPay(List<PayableAward> claimed, Map<UUID, PayableTo> payableTo) {
        String why = claimed.stream().limit(20).map(award -> award.id() + " " + payableTo.get(award.payeeId()).usability()).collect(Collectors.joining(", "));
        return Problem.of(GrantError.NOTHING_TO_PAY, claimed.isEmpty() ? "No award of this programme is payable, or another run is just taking them."
                : "%d payable awards, but none whose payee can be paid: %s.".formatted(claimed.size(), why));
    }

    /** Between preparation, approval and release bank details may change and memberships may be withdrawn: then the run must not be paid. */
    private void requireStillPayable(PaymentRun run) {
        run.requireDateNotPassed(LondonDates.today(clock));
        List<Payment> expected = payments.ofRun(run.id());
        List<UUID> withdrawn = awards.withdrawn(expected.stream().map(Payment::awardId).toList());
        if (!withdrawn.isEmpty()) {
            throw Problem.of(GrantError.RUN_HAS_WITHDRAWN_AWARDS, "Cancel the run and prepare another. Withdrawn: %s.".formatted(withdrawn));
        }
        List<UUID> changed = new ArrayList<>();
        for (Payment payment : expected) {
            payees.holdStill(payment.payeeId());
            PayableTo now = payees.payableTo(payment.payeeId());
            if (!now.isUsable() || !payment.bankDetailsId().equals(now.bankDetailsId())) {
                changed.add(payment.payeeId());
            }
        }
        if (!changed.isEmpty()) {
            throw Problem.of(GrantError.BANK_DETAILS_CHANGED, "Cancel the run and prepare another. Payees whose bank details changed: %s.".formatted(changed));
        }
    }

    private Map<String, ResultMatch.Outcome> match(List<Payment> expected, String csv) {
        ResultCsv.Parsed parsed = ResultCsv.parse(csv);
        List<LineError> errors = parsed.errors();
        if (errors.isEmpty()) {
            Set<String> names = expected.stream().map(Payment::endToEndId).collect(Collectors.toSet());
            Set<String> others = parsed.lines().stream().map(ResultLine::endToEndId).filter(name -> !names.contains(name)).collect(Collectors.toSet());
            ResultMatch match = ResultMatch.of(names, payments.confirmed(others), parsed.lines());
            if (match.isComplete()) {
                return match.outcomes();
            }
            errors = match.errors();
        }
        Problem problem = Problem.of(GrantError.RESULTS_DO_NOT_MATCH, "Correct the lines named in errors and send the whole file again.");
        errors.forEach(error -> problem.at(error.line() == 0 ? "" : "/" + error.line(), error.code(), error.detail()));
        throw problem;
    }

    private PaymentRun changeable(UUID id, Precondition precondition) {
        PaymentRun run = runs.locked(id).orElseThrow(() -> Problem.notFound("payment run", id));
        precondition.check(run);
        return run;
    }

    private PaymentRun required(UUID id) {
        return runs.findByIdOptional(id).orElseThrow(() -> Problem.notFound("payment run", id));
    }

    private PaymentRunView view(PaymentRun run) {
        return PaymentRunView.of(run, leftOut(run.id()), files.sha256(run), caller);
    }

    private List<LeftOut> leftOut(UUID runId) {
        return entities.createQuery("select l from LeftOut l where l.id.runId = :run order by l.id.awardId", LeftOut.class).setParameter("run", runId).getResultList();
    }
}
