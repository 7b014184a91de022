package org.schoolhubs.applications.reconciliation;

/** How a school follows another. */
public enum LinkKind {
    /** One school took the place of one, for example when it became an academy. */
    REPLACEMENT,
    /** It went into another, or several became one. */
    MERGER
}
