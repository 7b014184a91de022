/**
 * This service's own record of the organisations that can lead a hub, kept from the register's events. It uses no other feature: hubs hear of
 * changes through {@link org.schoolhubs.hubs.leads.LedHubs}; the vocabulary of phases,
 * provisions and regions that the others share stands here.
 */
package org.schoolhubs.hubs.leads;
