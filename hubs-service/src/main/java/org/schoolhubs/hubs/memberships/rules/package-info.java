/**
 * How a membership ends when it was both completed and withdrawn: a pure function of two days.
 */
package org.schoolhubs.hubs.memberships.rules;
