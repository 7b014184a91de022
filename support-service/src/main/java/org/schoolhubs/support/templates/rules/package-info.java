/** What a plan template says of an activity's due date, as values: pure, no framework, no clock. */
package org.schoolhubs.support.templates.rules;
