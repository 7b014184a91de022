/**
 * Support plans: opened once per application when a school becomes an active member of a hub, followed to completion or stopped. Owns plans,
 * their activities, and memberships whose plan is still awaited; uses templates and calendars through their services.
 */
package org.schoolhubs.support.plans;
