/**
 * Term calendars: when the terms and half-term holidays of an academic year are, per local authority, with a national default. Reference data: other
 * services follow it by {@code TermCalendarUpdated}.
 */
package org.schoolhubs.applications.calendars;
