package org.schoolhubs.applications.register;

import java.time.LocalDate;
import org.schoolhubs.kernel.TrustUid;

/**
 * A trust as the register knows it now. Closed trusts are known too.
 *
 * @param uid      group UID
 * @param name     its name; null where only rows of schools know the trust, and none of them names it
 * @param typeCode GIAS group type without leading zero: "6" multi-academy trust, "10" single-academy trust, "11" secure single-academy trust, "2" trust of
 *                 maintained schools; null until a groups file has come
 * @param status   OPEN, CLOSED or PROPOSED_TO_OPEN; null until a groups file has come
 * @param closedOn day it closed; null where it has not, or nobody said
 * @param source   the file that said so
 */
public record RegisteredTrust(TrustUid uid, String name, String typeCode, String status, LocalDate closedOn, Source source) {
}
