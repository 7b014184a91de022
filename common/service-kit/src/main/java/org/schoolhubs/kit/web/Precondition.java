package org.schoolhubs.kit.web;

import java.util.regex.Pattern;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** The If-Match header: the version that the caller has read and means to change. */
public final class Precondition {
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");
    private final long expected;

    private Precondition(long expected) {
        this.expected = expected;
    }

    /**
     * @throws Problem 428 without the header, 400 if it is not one strong ETag of ours
     */
    public static Precondition of(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(CommonError.IF_MATCH_REQUIRED, "Read the resource and send its ETag as If-Match.")
                    .header("If-Match", "required", "For example If-Match: \"3\".");
        }
        var match = ETAG.matcher(ifMatch.strip());
        if (!match.matches()) {
            throw Problem.of(CommonError.IF_MATCH_INVALID, "Send the ETag exactly as it was given, in its quotes.")
                    .header("If-Match", "invalid", "For example If-Match: \"3\".");
        }
        return new Precondition(Long.parseLong(match.group(1)));
    }

    /** @throws Problem 412 if the aggregate has another version by now */
    public void check(Aggregate aggregate) {
        check(aggregate.version());
    }

    /** @throws Problem 412 if {@code version} is another */
    public void check(long version) {
        if (version != expected) {
            throw Problem.of(CommonError.STALE, "The resource is at ETag \"%d\" by now. Read it again, see what changed, and repeat your change.".formatted(version))
                    .header("If-Match", "stale", "Nothing was changed.");
        }
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }
}
