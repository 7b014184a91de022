/**
 * Whether a school may take part, explained: reads the register and the catalogue, applies the pure rules of {@code eligibility.rules}, decides nothing by
 * itself.
 */
package org.schoolhubs.applications.eligibility;
