/** Terms, school days and which calendar counts for a school: pure values, no framework, no clock. */
package org.schoolhubs.support.calendars.rules;
