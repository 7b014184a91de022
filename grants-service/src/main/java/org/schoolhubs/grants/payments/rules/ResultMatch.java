package org.schoolhubs.grants.payments.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The bank's result matched with the payments of a run, all or nothing: either every payment has exactly one good line and every line its payment, or
 * {@code errors} says line by line why not and nothing may be recorded.
 *
 * @param outcomes by end-to-end id; complete only when there is no error
 * @param errors   in order of the lines; missing payments, which have no line, come last
 */
public record ResultMatch(Map<String, Outcome> outcomes, List<LineError> errors) {
    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9-]{0,35}");

    /** What the bank did with one payment. */
    public record Outcome(boolean paid, String reason) {
    }

    public boolean isComplete() {
        return errors.isEmpty();
    }

    /**
     * @param expected  end-to-end ids of the run
     * @param confirmed those of other, settled runs: a line of one of them means that an old file was sent again
     */
    public static ResultMatch of(Set<String> expected, Set<String> confirmed, List<ResultLine> lines) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Long> seen = new LinkedHashMap<>();
        List<LineError> errors = new ArrayList<>();
        for (ResultLine line : lines) {
            LineError error = check(line, expected, confirmed, seen);
            seen.putIfAbsent(line.endToEndId(), line.number());
            if (error != null) {
                errors.add(error);
            } else {
                outcomes.put(line.endToEndId(), new Outcome("PAID".equals(line.status()), line.reason().isEmpty() ? null : line.reason()));
            }
        }
        for (String missing : new TreeSet<>(expected)) {
            if (!seen.containsKey(missing)) {
                errors.add(new LineError(0, "line-missing", "There is no line for %s. Send the bank's result for the whole run.".formatted(missing)));
            }
        }
        return new ResultMatch(outcomes, List.copyOf(errors));
    }

    private static LineError check(ResultLine line, Set<String> expected, Set<String> confirmed, Map<String, Long> seen) {
        if (seen.containsKey(line.endToEndId())) {
            return new LineError(line.number(), "line-duplicate", "This payment is on line %d already.".formatted(seen.get(line.endToEndId())));
        }
        if (!expected.contains(line.endToEndId())) {
            return confirmed.contains(line.endToEndId())
                    ? new LineError(line.number(), "already-confirmed", "This payment belongs to another run, whose result is recorded already.")
                    : new LineError(line.number(), "line-unknown", "This run has no such payment.");
        }
        if (!"PAID".equals(line.status()) && !"RETURNED".equals(line.status())) {
            return new LineError(line.number(), "status-unknown", "The status is PAID or RETURNED.");
        }
        if (!REASON.matcher(line.reason()).matches()) {
            return new LineError(line.number(), "reason-invalid", "A reason is a code of up to 35 letters, digits and hyphens.");
        }
        return null;
    }
}
