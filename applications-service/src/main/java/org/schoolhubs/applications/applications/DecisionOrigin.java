package org.schoolhubs.applications.applications;

/** How a decision came about. */
public enum DecisionOrigin {
    /** People of the programme team decided on the submitted application. */
    PERSON,
    /** The pathway accepts eligible applicants by itself, at submission. */
    AUTOMATIC,
    /** An amendment turned an acceptance into a refusal. */
    AMENDMENT,
    /** It is what a reconsideration came to. */
    RECONSIDERATION
}
