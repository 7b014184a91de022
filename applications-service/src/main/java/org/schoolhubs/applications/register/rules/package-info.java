/** What GIAS's codes mean. Pure: no framework, no clock, no log. */
package org.schoolhubs.applications.register.rules;
