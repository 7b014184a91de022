package org.schoolhubs.grants.awards.rules;

import java.time.LocalDate;
import org.schoolhubs.kernel.FinancialYear;

/** When an award is expected to be paid: at the end of the school's time on the programme, and never before today. */
public final class ExpectedPayment {
    private ExpectedPayment() {
    }

    public static LocalDate day(LocalDate cohortEndsOn, LocalDate today) {
        return cohortEndsOn.isAfter(today) ? cohortEndsOn : today;
    }

    /** The financial year whose budget carries the award. */
    public static FinancialYear year(LocalDate cohortEndsOn, LocalDate today) {
        return FinancialYear.of(day(cohortEndsOn, today));
    }
}
