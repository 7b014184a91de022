package org.schoolhubs.kit.web;

import java.util.regex.Pattern;

/** A path as it stands in the access log. */
final class AccessPath {
    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** Longer than any id of ours (a UUID has 36 characters): a secret in a link, such as the one that opts out of e-mail. */
    private static final Pattern SECRET = Pattern.compile("(?<=/)[A-Za-z0-9_-]{40,}(?=/|$)");

    private AccessPath() {
    }

    /**
     * Paths are the caller's text: no control characters, no endless lines, and nothing that opens something for whoever reads the log. The query is left out
     * altogether, it can hold names.
     */
    static String of(String path) {
        String clean = SECRET.matcher(CONTROL.matcher(path).replaceAll("?")).replaceAll("*");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
