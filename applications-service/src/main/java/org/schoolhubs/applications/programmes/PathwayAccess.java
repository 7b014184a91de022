package org.schoolhubs.applications.programmes;

/** Of which kind the partners of a pathway are, and how they come in. */
public record PathwayAccess(PartnerKind partnerKind, EntryRoute entry) {
}
