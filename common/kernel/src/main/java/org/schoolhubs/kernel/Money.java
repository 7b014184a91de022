package org.schoolhubs.kernel;

/**
 * An amount in whole pence. Written in JSON as {@code {"pence": 480000, "currency": "GBP"}}. Arithmetic that would overflow is refused.
 *
 * @param pence    pence, may be negative (a correction)
 * @param currency always {@code GBP}
 */
public record Money(long pence, String currency) implements Comparable<Money> {
    public static final String GBP = "GBP";
    public static final Money ZERO = ofPence(0);

    /** @throws IllegalArgumentException if the currency is not GBP */
    public Money {
        if (!GBP.equals(currency)) {
            throw new IllegalArgumentException("Money is in GBP.");
        }
    }

    public static Money ofPence(long pence) {
        return new Money(pence, GBP);
    }

    public static Money ofPounds(long pounds) {
        return ofPence(Math.multiplyExact(pounds, 100L));
    }

    public Money plus(Money other) {
        return ofPence(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return ofPence(Math.subtractExact(pence, other.pence));
    }

    public boolean isMoreThan(Money other) {
        return pence > other.pence;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** For people: {@code £4,800.00}. */
    @Override
    public String toString() {
        long whole = Math.abs(pence);
        return "%s£%,d.%02d".formatted(pence < 0 ? "-" : "", whole / 100, whole % 100);
    }
}
