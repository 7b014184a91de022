package org.schoolhubs.grants.payees.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a payee can be paid. While a change of details waits for the second person or cools off, nothing is paid to either account: not to the new one,
 * which may be a fraud, nor to the old one, which may be closed.
 */
public enum Usability {
    USABLE,
    /** None were ever entered. */
    NO_BANK_DETAILS,
    /** A second person has not verified the latest ones. */
    NOT_VERIFIED,
    /** A change was verified a short while ago. */
    COOLING_OFF;

    /**
     * From when verified details may be used.
     *
     * @param change     whether other details had been verified before; the first ones need no cooling-off
     * @param coolingOff from configuration
     */
    public static Instant usableFrom(Instant verifiedAt, boolean change, Duration coolingOff) {
        return change ? verifiedAt.plus(coolingOff) : verifiedAt;
    }

    /**
     * @param entered    whether there are details at all
     * @param usableFrom null until verified
     */
    public static Usability at(Instant now, boolean entered, Instant usableFrom) {
        if (!entered) {
            return NO_BANK_DETAILS;
        }
        if (usableFrom == null) {
            return NOT_VERIFIED;
        }
        return now.isBefore(usableFrom) ? COOLING_OFF : USABLE;
    }
}
