package org.schoolhubs.hubs.leads;

/** What this service keeps of the register's event; other fields are ignored. */
record SchoolUpdated(String urn, String name, RegisterStatus status, Phase phase, Provision provision, String region, String trustUid, Integer easting,
        Integer northing, String successorUrn) {
}
