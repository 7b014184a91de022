package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.ChangeLifecycle.Act;
import org.schoolhubs.applications.programmes.ChangeLifecycle.State;
import org.schoolhubs.applications.programmes.rules.FieldChange;
import org.schoolhubs.applications.programmes.rules.Ruling;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A change of the catalogue as those see it who make or check it. */
@Schema(name = "ProgrammeChange",
        description = "A change of a programme or cohort, field by field. A PROPOSED one has no effect until another person approves it.")
record ChangeView(
        UUID id,
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") String programme,
        @Schema(description = "Code of the cohort that is changed; null where it is the programme.", nullable = true, examples = "2025-11") String cohort,
        ChangeKind kind,
        State state,
        @Schema(description = "Whether it needed a second person: rulings say why.") boolean secondPerson,
        @Schema(description = "First day (Europe/London) of new terms; null for at once.", nullable = true) LocalDate validFrom,
        @Schema(description = "What differs.") List<FieldDifference> changes,
        @Schema(description = "What the rules said when it was made or proposed.") List<Ruling> rulings,
        @Schema(description = "Why, in the words of whoever asked.") String reason,
        @Schema(description = "Subject of whoever asked.") String madeBy,
        Instant madeAt,
        @Schema(description = "Subject of whoever approved, rejected or withdrew it.", nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String decisionReason,
        @Schema(description = "Where it is read alone.", nullable = true) List<Action> actions,
        @Schema(description = "The ETag.", examples = "0") long version) implements Versioned {

    static ChangeView of(CatalogueChange change, List<FieldChange> fields, List<Ruling> rulings, List<Action> actions) {
        return new ChangeView(change.id(), change.programme().code(), change.cohort(), change.kind(), change.state(), change.secondPerson(), change.validFrom(),
                fields.stream().map(FieldDifference::of).toList(), rulings, change.reason(), change.madeBy(), change.createdAt(), change.decidedBy(),
                change.decidedAt(), change.decisionReason(), actions, change.version());
    }

    static Action action(CatalogueChange change, Act act, String noun, String href, String subject) {
        String path = href + "/" + noun;
        if (ChangeLifecycle.TABLE.next(change.state(), act).isEmpty()) {
            return Action.refused(noun, path, ProgrammeError.CHANGE_SETTLED, "It does not wait any more.");
        }
        Optional<Problem> refusal = change.refusal(act, subject);
        return refusal.map(problem -> Action.refused(noun, path, problem.error(), problem.detail())).orElseGet(() -> Action.allowed(noun, path));
    }

    /** One field, before and after; instants and days as they stand in requests. */
    @Schema(description = "One field that differs. A pathway stands in its path by code.")
    record FieldDifference(
            @Schema(examples = "pathways/core/places") String field,
            @Schema(description = "Null where it had no value.", nullable = true, examples = "5000") String before,
            @Schema(description = "Null where it has none any more.", nullable = true, examples = "4000") String after) {

        static FieldDifference of(FieldChange change) {
            return new FieldDifference(change.field(), text(change.before()), text(change.after()));
        }

        private static String text(Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            }
            return value == null ? null : value.toString();
        }
    }
}
