/** Pure rules of applications: functions over records, without framework, clock or log. */
package org.schoolhubs.applications.applications.rules;
