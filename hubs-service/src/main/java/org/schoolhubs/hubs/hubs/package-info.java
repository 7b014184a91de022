/**
 * Hubs: their life from preparation to closure, their public directory, and the places they offer and hold. May use leads. How a place is taken and freed
 * without ever passing the limit is decided here and nowhere else.
 */
package org.schoolhubs.hubs.hubs;
