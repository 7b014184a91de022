/**
 * Which path belongs to which service, and how a request gets there and its answer back: streamed, with clean headers, in bounded time. Knows no business rule.
 * Uses problems.
 */
package org.schoolhubs.gateway.routing;
