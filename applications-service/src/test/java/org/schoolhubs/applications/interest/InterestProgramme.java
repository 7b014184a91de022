package org.schoolhubs.applications.interest;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.applications.Given;

/** Programmes of tests' own, each with a pathway for schools, one for trusts, one by selection and one that takes no expressions of interest. */
public final class InterestProgramme {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private InterestProgramme() {
    }

    /** Code of a new one. */
    public static String programme() {
        String code = "interest-" + NEXT.incrementAndGet();
        String id = UUID.randomUUID().toString();
        String version = UUID.randomUUID().toString();
        Given.updateAsOwner("insert into programme (id, version, created_at, code, state, version_in_force) values ('%s', 0, now(), '%s', 'PUBLISHED', 1)".formatted(id, code));
        Given.updateAsOwner("""
                insert into programme_version (id, programme_id, number, valid_from, name, description, made_at, made_by)
                values ('%s', '%s', 1, '2021-01-01T00:00:00Z', 'Interest', 'Of tests', now(), 'tests')""".formatted(version, id));
        Given.updateAsOwner("insert into programme_subject (version_id, subject) values ('%s', 'interest-tests')".formatted(version));
        pathway(version, 0, "schools", "SCHOOL", "SELF_REFERRAL", true);
        pathway(version, 1, "trusts", "TRUST", "SELF_REFERRAL", true);
        pathway(version, 2, "selected", "SCHOOL", "SELECTION", false);
        pathway(version, 3, "never", "SCHOOL", "SELF_REFERRAL", false);
        Given.ruled(code);
        return code;
    }

    private static void pathway(String version, int position, String code, String kind, String entry, boolean interest) {
        Given.updateAsOwner("""
                insert into pathway (version_id, position, code, name, partner_kind, entry, length_months, extension_months, leaders_required, statement_required,
                                     automatic_acceptance, expressions_of_interest) values ('%s', %d, '%s', '%3$s', '%s', '%s', 12, 0, 1, false, false, %s)"""
                .formatted(version, position, code, kind, entry, interest));
    }
}
