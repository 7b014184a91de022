package org.schoolhubs.grants.payees;

import java.util.UUID;

/**
 * A payee as other features need it.
 *
 * @param organisation as a token's claim {@code organisations} writes it
 */
public record PayeeRef(UUID id, String organisation, String name) {
}
