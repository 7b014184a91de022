package org.schoolhubs.applications.programmes.rules;

import static org.schoolhubs.applications.programmes.rules.FieldChange.Kind.CHANGED;
import static org.schoolhubs.applications.programmes.rules.FieldChange.Kind.REMOVED;
import static org.schoolhubs.applications.programmes.rules.Ruling.Verdict.AT_ONCE;
import static org.schoolhubs.applications.programmes.rules.Ruling.Verdict.REFUSED;
import static org.schoolhubs.applications.programmes.rules.Ruling.Verdict.SECOND_PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.schoolhubs.applications.programmes.ProgrammeState;
import org.schoolhubs.applications.programmes.rules.Ruling.Verdict;

/**
 * What a change of the catalogue may do to what runs, as one table: the first rule that speaks of a field decides on it. Where none does, a change of what is
 * open needs a second person, and any other takes effect at once. Which places are held is known to the hubs service alone, so fewer places are never refused
 * here, only seen by two where it is open; nobody loses a place by it.
 */
public final class ChangeRules {
    private static final List<Rule> TABLE = List.of(
            new Rule("code", "pathway-in-use", REFUSED, "Schools or trusts applied to it: it stays, and their applications with it.",
                    (change, now) -> change.kind() == REMOVED && now.use(change.pathway()).applications() > 0),
            new Rule("code", "pathway-in-cohort", REFUSED, "A cohort offers it: take it out of that cohort first.",
                    (change, now) -> change.kind() == REMOVED && now.use(change.pathway()).offered()),
            new Rule("partnerKind", "partner-kind-in-use", REFUSED, "Applications of the other kind exist: add a pathway of its own instead.",
                    (change, now) -> now.use(change.pathway()).applications() > 0),
            new Rule("subjects", "subjects-in-use", REFUSED, "Live applications hold the subjects as they are, so that none overlaps another.",
                    (change, now) -> now.live() > 0),
            new Rule("lengthMonths", "length-of-running-cohort", REFUSED,
                    "A cohort is on its way with the longer length: add a pathway of its own, or wait for its end.",
                    (change, now) -> isLess(change) && now.use(change.pathway()).running()),
            new Rule("extensionMonths", "extension-promised", SECOND_PERSON, "Partners of a running cohort count on the longer extension.",
                    (change, now) -> isLess(change) && now.use(change.pathway()).running()),
            new Rule("takesApplicationsUntil", "last-day-past", REFUSED, "The day is over: close the programme instead.",
                    (change, now) -> now.state() == ProgrammeState.PUBLISHED && change.after() instanceof LocalDate day && day.isBefore(now.today())),
            new Rule("leadApplications/closesAt", "window-closes-in-past", REFUSED,
                    "The window is open: close it at a moment to come, not at one that people have not seen coming.",
                    (change, now) -> now.leadWindowOpen() && isPast(change.after(), now.now())),
            new Rule("windowClosesAt", "window-closes-in-past", REFUSED,
                    "The window is open: close it at a moment to come, not at one that people have not seen coming.",
                    (change, now) -> now.windowOpen() && isPast(change.after(), now.now())),
            new Rule("windowOpensAt", "window-open-already", REFUSED, "The window is open: it cannot open later. Close it earlier, or open another cohort.",
                    (change, now) -> now.windowOpen() && change.after() instanceof Instant opens && opens.isAfter(now.now())),
            new Rule("startsOn", "start-in-use", REFUSED, "Hubs, plans and grants of accepted applications count from this day: open another cohort.",
                    (change, now) -> now.pathways().values().stream().anyMatch(use -> use.accepted() > 0)),
            new Rule("grantCap/pence", "grant-cap-lowered", SECOND_PERSON,
                    "Awards keep the amount that was reserved; tariffs above the cap are refused from then on.",
                    (change, now) -> now.open() && (isLess(change) || change.after() == null)),
            new Rule("places", "places-lowered", SECOND_PERSON,
                    "Only the hubs service knows how many are held: it takes none away, but places none above the new number.",
                    (change, now) -> now.open() && (isLess(change) || change.before() == null)),
            new Rule("secondPerson", "control-weakened", SECOND_PERSON, "A control is given up.",
                    (change, now) -> now.open() && Boolean.FALSE.equals(change.after())),
            new Rule("automaticAcceptance", "control-weakened", SECOND_PERSON, "A control is given up.",
                    (change, now) -> now.open() && Boolean.TRUE.equals(change.after())));

    private ChangeRules() {
    }

    /** What the rules say of each field that differs; fields of a pathway that is added or removed as a whole are one with its code. */
    public static List<Ruling> judge(List<FieldChange> changes, Situation now) {
        return changes.stream().filter(change -> change.kind() == CHANGED || change.leaf().equals("code")).map(change -> judge(change, now)).toList();
    }

    /** The hardest of them; a change without any takes effect at once. */
    public static Verdict verdict(List<Ruling> rulings) {
        return rulings.stream().map(Ruling::verdict).max(Comparator.naturalOrder()).orElse(AT_ONCE);
    }

    private static Ruling judge(FieldChange change, Situation now) {
        return TABLE.stream().filter(rule -> rule.leaf().equals(change.leaf()) && rule.when().test(change, now)).findFirst()
                .map(rule -> new Ruling(change.field(), rule.verdict(), rule.code(), rule.why()))
                .orElseGet(() -> now.open()
                        ? new Ruling(change.field(), SECOND_PERSON, "open-now", "It takes applications now, or has some that live.")
                        : new Ruling(change.field(), AT_ONCE, "not-open", "Nobody can have relied on it yet, or any more."));
    }

    /** Of two numbers; a number is less than no limit. */
    private static boolean isLess(FieldChange change) {
        return change.before() instanceof Number before && change.after() instanceof Number after && after.longValue() < before.longValue();
    }

    private static boolean isPast(Object moment, Instant now) {
        return moment == null || moment instanceof Instant instant && !instant.isAfter(now);
    }

    private record Rule(String leaf, String code, Verdict verdict, String why, BiPredicate<FieldChange, Situation> when) {
    }
}
