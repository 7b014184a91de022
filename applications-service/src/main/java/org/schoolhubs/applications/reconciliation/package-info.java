/**
 * Takes changes of the register to the live applications: those of a school that was replaced or merged pass to its successor, eligibility is judged again,
 * expressions of interest follow their school or are closed with it, and what cannot be settled by rule becomes a task. Reads the register; reaches the
 * others through {@link org.schoolhubs.applications.reconciliation.LiveApplications} and {@link
 * org.schoolhubs.applications.reconciliation.LiveInterests}, which their features implement.
 */
package org.schoolhubs.applications.reconciliation;
