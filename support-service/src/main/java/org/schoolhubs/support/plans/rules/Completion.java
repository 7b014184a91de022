package org.schoolhubs.support.plans.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a plan needs before it is complete, and which of completion and withdrawal counts. */
public final class Completion {

    /**
     * What the rules know of an activity.
     *
     * @param code        its code
     * @param mandatory   whether the plan cannot be completed without it
     * @param settled     whether it was completed or waived
     * @param completedOn when it was completed, null if it was not
     */
    public record Part(String code, boolean mandatory, boolean settled, LocalDate completedOn) {}

    private Completion() {
    }

    /** The mandatory activities that are neither completed nor waived, in the order given. Empty: the plan may be completed. */
    public static List<Part> gaps(Collection<Part> parts) {
        return parts.stream().filter(part -> part.mandatory() && !part.settled()).toList();
    }

    /** The earliest day a plan may be completed on: that of its last completed activity, and never before the plan's start. */
    public static LocalDate earliest(LocalDate startsOn, Collection<Part> parts) {
        return parts.stream().map(Part::completedOn).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(startsOn)).orElse(startsOn);
    }

    /**
     * Whether a completion counts against a withdrawal. Their effective dates decide, whichever became known first; on the same day the
     * withdrawal counts, because a school that left that day was not a partner to its end.
     */
    public static boolean countsAgainstWithdrawal(LocalDate completedOn, LocalDate withdrawnOn) {
        return completedOn.isBefore(withdrawnOn);
    }
}
