package org.schoolhubs.applications.access;

import org.schoolhubs.testkit.Tokens;

/**
 * Somebody who asks.
 *
 * @param name     heading of their column
 * @param role     the role in their token, or null
 * @param token    null for nobody
 * @param stranger whether what they ask for belongs to another organisation
 */
record Asker(String name, String role, String token, boolean stranger) {
    static Asker nobody() {
        return new Asker("nobody", null, null, false);
    }

    static Asker of(String role, Tokens who) {
        return new Asker(role, role, who.role(role).token(), false);
    }

    static Asker stranger(String name, String role, Tokens who) {
        return new Asker(name, role, who.role(role).token(), true);
    }

    /** Whether they may see nothing of anybody's application. */
    boolean isOutside() {
        return stranger || role == null;
    }
}
