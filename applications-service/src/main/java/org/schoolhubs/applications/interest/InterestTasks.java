package org.schoolhubs.applications.interest;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/** What the programme team has to do about expressions of interest. */
@ApplicationScoped
class InterestTasks {
    private static final String SUCCESSION = "interest-succession";
    private final Tasks tasks;

    InterestTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Its school closed and was followed by several. */
    void chooseSuccessor(ExpressionOfInterest expression, int successors) {
        tasks.open(Task.of(SUCCESSION, InterestService.TYPE, expression.id(), null, "several-successors",
                "School %s closed and the register names %d open successors: choose one by /v1/expressions-of-interest/%s/succession, or withdraw it."
                        .formatted(expression.urn(), successors, expression.id()), Roles.PROGRAMME_TEAM));
    }

    /** Nothing is left to do. */
    void settle(ExpressionOfInterest expression) {
        tasks.settle(SUCCESSION, InterestService.TYPE, expression.id());
    }
}
