package org.schoolhubs.applications.programmes;

import java.time.LocalDate;

/** Whether those who apply can be judged. The catalogue asks, the feature that keeps rules answers. */
public interface RuleBook {
    /** Whether published rules for the partners of a pathway, its own or those of the whole programme, are in force on a day. */
    boolean judges(String programme, String pathway, PartnerKind partners, LocalDate on);
}
