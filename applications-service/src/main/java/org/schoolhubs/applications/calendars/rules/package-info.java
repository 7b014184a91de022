/** What makes a term calendar valid. Pure: no framework, no clock, no log. */
package org.schoolhubs.applications.calendars.rules;
