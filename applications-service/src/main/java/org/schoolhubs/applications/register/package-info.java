/**
 * The register of schools and trusts: what GIAS and Ofsted's management information said last, where each fact came from, and what was said before.
 * Filled by {@code imports} alone; other features read it through {@link org.schoolhubs.applications.register.SchoolRegister}.
 * Personal columns of the sources (names of heads and proprietors, telephone numbers) are never stored.
 */
package org.schoolhubs.applications.register;
