/** Refusals of the gateway itself, in the very shape that the services use (RFC 9457). Used by every other package; uses none of them. */
package org.schoolhubs.gateway.problems;
