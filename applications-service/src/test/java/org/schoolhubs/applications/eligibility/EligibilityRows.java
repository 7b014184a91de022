package org.schoolhubs.applications.eligibility;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.applications.Given;

/** Rows of the register that the tests of eligibility begin with, besides those of {@link Given}. */
final class EligibilityRows {
    private static final String IMPORT = "019a6f00-0000-7000-8000-0000000000aa";
    private static final AtomicInteger NEXT_UID = new AtomicInteger(700_000);
    private static final AtomicInteger NEXT_LIST = new AtomicInteger();

    private EligibilityRows() {
    }

    /** A group in the register, without schools. */
    static String group(String typeCode, String status) {
        Given.eligibleSchool();
        String uid = String.valueOf(NEXT_UID.getAndIncrement());
        Given.update("""
                insert into establishment_group (uid, name, search_name, type_code, status, import_id, source_file, source_as_at)
                values ('%s', 'Trust %1$s', 'trust %1$s', %s, %s, '%s', 'groups-given-by-tests.csv', '2026-11-01')"""
                .formatted(uid, quoted(typeCode), quoted(status), IMPORT));
        return uid;
    }

    /** A school of Given becomes one of the trust. */
    static String joins(String urn, String uid) {
        Given.update("update school set trust_uid = '%s', type_code = '34' where urn = '%s'".formatted(uid, urn));
        return urn;
    }

    static void set(String urn, String column, String value) {
        Given.update("update school set %s = %s where urn = '%s'".formatted(column, quoted(value), urn));
    }

    static void withoutInspections(String urn) {
        Given.update("delete from inspection where urn = '%s'".formatted(urn));
    }

    /** Puts a school on a current selection list for enhanced support. */
    static void selected(String urn, String reason) {
        String list = UUID.randomUUID().toString();
        Given.update("""
                insert into selection_list (id, programme, pathway, cohort, list_number, dated_on, current, entries, import_id, source_file)
                values ('%s', 'behaviour-and-attendance-hubs', 'enhanced', 'eligibility-%d', 1, '2026-10-01', true, 1, '%s', 'selected-by-tests.csv')"""
                .formatted(list, NEXT_LIST.incrementAndGet(), IMPORT));
        Given.update("insert into selection_entry (list_id, urn, rank, reason, school_name) values ('%s', '%s', 1, '%s', 'School %2$s')".formatted(list, urn, reason));
    }

    static void shares(String urn, String status) {
        Given.update("""
                insert into attendance_sharing (urn, status, source, checked_on, last_data_on, import_id, source_file, source_as_at)
                values ('%s', '%s', 'monitor', '2026-11-02', null, '%s', 'sharing-given-by-tests.csv', '2026-11-02')""".formatted(urn, status, IMPORT));
    }

    private static String quoted(String value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
