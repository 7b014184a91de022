/** Where a school's applications go, and what a new judgement of eligibility means. Pure: no framework, no clock, no log. */
package org.schoolhubs.applications.reconciliation.rules;
