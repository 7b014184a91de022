package org.schoolhubs.applications.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolhubs.applications.reconciliation.LinkKind;
import org.schoolhubs.applications.reconciliation.LiveInterests;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/**
 * Follows the register with expressions of interest. To exactly one open successor they pass; where several followed, a person chooses; without any they are
 * closed, and go on if the register learns of a successor later (files of schools and of links do not come at one moment) or has the school open again. Where
 * the successor waits for the same pathway itself, one is enough.
 */
@ApplicationScoped
class InterestSuccession implements LiveInterests {
    private final InterestRepository expressions;
    private final InterestPeople people;
    private final InterestTasks tasks;
    private final Journal journal;

    InterestSuccession(InterestRepository expressions, InterestPeople people, InterestTasks tasks, Journal journal) {
        this.expressions = expressions;
        this.people = people;
        this.tasks = tasks;
        this.journal = journal;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Urn> touched(Collection<Urn> schools) {
        return expressions.touched(schools.stream().map(Urn::value).toList()).stream().map(Urn::new).collect(Collectors.toSet());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Followed follow(Fate fate) {
        return expressions.following(fate.school().urn().value()).stream().map(one -> follow(one, fate)).reduce(Followed.NONE, Followed::and);
    }

    private Followed follow(ExpressionOfInterest expression, Fate fate) {
        if (fate.school().status() != SchoolStatus.CLOSED) {
            tasks.settle(expression);
            return new Followed(0, 0, reopen(expression, "school-open-again") ? 1 : 0, 0);
        }
        if (fate.successor().isPresent()) {
            return toSuccessor(expression, fate.successor().get(), fate.kind());
        }
        if (fate.openSuccessors() > 0) {
            return toAPerson(expression, fate.openSuccessors());
        }
        return new Followed(0, close(expression, "school-closed") ? 1 : 0, 0, 0);
    }

    private Followed toAPerson(ExpressionOfInterest expression, int successors) {
        reopen(expression, "school-followed");
        if (expression.state() == InterestState.CLOSED) {
            return Followed.NONE;
        }
        tasks.chooseSuccessor(expression, successors);
        return new Followed(0, 0, 0, 1);
    }

    private Followed toSuccessor(ExpressionOfInterest expression, RegisteredSchool successor, LinkKind kind) {
        if (expressions.hasAnother(expression, successor.urn().value())) {
            return new Followed(0, close(expression, "successor-waits-itself") ? 1 : 0, 0, 0);
        }
        reopen(expression, "school-followed");
        if (expression.state() == InterestState.CLOSED) {
            return Followed.NONE;
        }
        pass(expression, successor, kind == LinkKind.MERGER ? "school-merged" : "school-replaced");
        return new Followed(1, 0, 0, 0);
    }

    /** It is the successor's from now on; the task about it is settled. */
    void pass(ExpressionOfInterest expression, RegisteredSchool successor, String reasonCode) {
        expression.passOn(successor.urn().value(), successor.name());
        expressions.settle();
        tasks.settle(expression);
        journal.append(Entry.of(expression, InterestService.TYPE).event("ExpressionOfInterestPassedToSuccessor").changed("urn", "name").because(reasonCode));
    }

    private boolean close(ExpressionOfInterest expression, String reasonCode) {
        tasks.settle(expression);
        if (expression.state() == InterestState.CLOSED) {
            return false;
        }
        expression.close();
        people.ended(expression);
        journal.append(Entry.of(expression, InterestService.TYPE).event("ExpressionOfInterestClosed").changed("state").because(reasonCode));
        return true;
    }

    /** Not where another one of its school has taken its place meanwhile. */
    private boolean reopen(ExpressionOfInterest expression, String reasonCode) {
        if (expression.state() != InterestState.CLOSED || expressions.hasAnother(expression, expression.urn())) {
            return false;
        }
        expression.reopen();
        people.goingOn(expression);
        journal.append(Entry.of(expression, InterestService.TYPE).event("ExpressionOfInterestReopened").changed("state").because(reasonCode));
        return true;
    }
}
