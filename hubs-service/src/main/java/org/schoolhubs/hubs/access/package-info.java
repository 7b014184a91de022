/**
 * Who is asking, in the terms of this service: who sees everything, which schools a caller acts for (and so which hubs it may lead), which trusts. Uses no
 * feature.
 */
package org.schoolhubs.hubs.access;
