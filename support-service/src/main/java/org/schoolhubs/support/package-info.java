/**
 * Support plans of the partner schools: what each pathway asks of a school, by when, and whether it is done. Owns plan templates, plans and
 * their activities; knows term calendars and memberships only through events.
 */
package org.schoolhubs.support;
