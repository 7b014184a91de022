/**
 * Takes changes of the register to the live applications: those of a school that was replaced or merged pass to its successor, eligibility is judged again,
 * and what cannot be settled by rule becomes a task. Reads the register; reaches the applications through {@link
 * org.schoolhubs.applications.reconciliation.LiveApplications}, which their feature implements.
 */
package org.schoolhubs.applications.reconciliation;
