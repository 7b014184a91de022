/**
 * Applies each incoming event exactly once, in the order of its key. What cannot be applied yet waits; what cannot be applied at all becomes a dead letter;
 * later events of that key are parked behind it and all others go on.
 */
package org.schoolhubs.kit.inbox;
