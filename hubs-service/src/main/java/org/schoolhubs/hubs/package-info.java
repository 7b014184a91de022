/**
 * The hubs service: who leads hubs, which places they offer, which accepted schools wait for one, and who is a member of which hub. It knows applications,
 * plans and schools only from events. Features build on each other in one direction: leads, hubs, pool, placement, memberships.
 */
package org.schoolhubs.hubs;
