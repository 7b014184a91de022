package org.schoolhubs.support.plans;

import java.math.BigDecimal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** Time in half days: written as days, 0.5 or 3, kept as a whole number. */
final class HalfDays {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private HalfDays() {
    }

    /**
     * @param days null where no time is recorded
     * @throws Problem 400 if it is not a multiple of half a day
     */
    static Integer of(BigDecimal days) {
        if (days == null) {
            return null;
        }
        try {
            return days.multiply(TWO).intValueExact();
        } catch (ArithmeticException uneven) {
            throw Problem.of(CommonError.INVALID, "Round the time to half days.").at("/days", "half-days", "Time is recorded in steps of 0.5 days.");
        }
    }

    /** As days with one digit, null for null. */
    static BigDecimal days(Integer halfDays) {
        return halfDays == null ? null : BigDecimal.valueOf(halfDays * 5L, 1);
    }
}
