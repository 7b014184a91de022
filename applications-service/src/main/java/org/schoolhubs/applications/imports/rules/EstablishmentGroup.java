package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;

/**
 * One row of GIAS's groups file.
 *
 * @param uid                  Group UID
 * @param groupId              as GIAS writes it, clean or not; null where blank
 * @param typeCode             without leading zero
 * @param status               OPEN, CLOSED or PROPOSED_TO_OPEN
 * @param openedOn             of federations and the like
 * @param incorporatedOn       of trusts and other companies
 * @param companiesHouseNumber 8 characters
 */
public record EstablishmentGroup(String uid, String groupId, String name, String typeCode, String typeName, String status, LocalDate openedOn,
        LocalDate incorporatedOn, LocalDate closedOn, String companiesHouseNumber, String ukprn, String street, String town, String county, String postcode) {
}
