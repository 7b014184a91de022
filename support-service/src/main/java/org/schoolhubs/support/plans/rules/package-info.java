/** When the activities of a plan are due, and what stands between a plan and its completion: pure functions, no framework, no clock. */
package org.schoolhubs.support.plans.rules;
