package org.schoolhubs.support.plans;

/** How evidence is given. */
public enum EvidenceKind {
    /** An http or https address. */
    LINK,
    /** Plain text. */
    NOTE
}
