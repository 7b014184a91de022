/**
 * Memberships: one school's place in one hub, from proposal to its end, and what other services' events do to it. May use every other feature of this
 * service; none of them uses it.
 */
package org.schoolhubs.hubs.memberships;
