/**
 * Gathers what the rules of placement need and asks them. May use hubs and leads; decides nothing itself.
 */
package org.schoolhubs.hubs.placement;
