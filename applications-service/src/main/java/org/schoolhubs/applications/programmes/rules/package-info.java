/** What makes a programme or cohort valid, and what a change of one may do: pure. */
package org.schoolhubs.applications.programmes.rules;
