/**
 * Which hubs fit a school and which of them is nearest: pure functions over records, without clock, database or log. A change of rule is a change here
 * alone.
 */
package org.schoolhubs.hubs.placement.rules;
