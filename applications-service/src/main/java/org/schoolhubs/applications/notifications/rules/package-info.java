/** What is said at which moment, how templates are filled in, when a failed sending is tried again: pure. */
package org.schoolhubs.applications.notifications.rules;
