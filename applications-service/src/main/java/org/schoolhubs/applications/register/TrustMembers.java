package org.schoolhubs.applications.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which school was in which trust when. GIAS's group links say it by the day; where they know nothing of a trust (or school), the files of schools do, from the
 * day that each of them describes.
 */
@ApplicationScoped
class TrustMembers {
    /** Groups that are trusts, as {@link Trust#isTrust} says. */
    private static final String IS_TRUST = "(g.type_code is null or g.type_code in ('2', '6', '7', '10', '11'))";

    private static final String LINKED_TRUST = "select exists (select from group_membership where uid = :uid)";
    private static final String LINKED_SCHOOL = """
            select exists (select from group_membership m join establishment_group g on g.uid = m.uid where m.urn = :urn and %s)""".formatted(IS_TRUST);

    /** Every stay of a school in the trust. Where GIAS does not say when a school joined, it has always been there. */
    private static final String STAYS_BY_LINKS = """
            select m.urn, m.uid, m.joined_on as from_day, m.left_on as until_day, i.id as import_id, i.file_name, i.as_at
            from group_membership m join register_import i on i.id = m.import_id join establishment_group g on g.uid = m.uid
            where %%s and %s""".formatted(IS_TRUST);
    /** What the files of schools said, version by version; a version that a file corrected on its own day ({@code valid_from = valid_to}) never held. */
    private static final String STAYS_BY_VERSIONS = """
            select v.urn, v.content ->> 'trust_uid' as uid, v.valid_from as from_day, v.valid_to as until_day, i.id as import_id, i.file_name, i.as_at
            from school_version v join register_import i on i.id = v.import_id
            where %s and v.valid_from < v.valid_to
            union all
            select s.urn, s.trust_uid, s.source_as_at, cast(null as date), s.import_id, s.source_file, s.source_as_at from school s
            where %s""";

    private static final String OF_TRUST_BY_LINKS = STAYS_BY_LINKS.formatted("m.uid = :key");
    private static final String OF_TRUST_BY_VERSIONS = STAYS_BY_VERSIONS.formatted("v.content ->> 'trust_uid' = :key", "s.trust_uid = :key");
    private static final String OF_SCHOOL_BY_LINKS = STAYS_BY_LINKS.formatted("m.urn = :key");
    private static final String OF_SCHOOL_BY_VERSIONS = STAYS_BY_VERSIONS.formatted("v.urn = :key and v.content ->> 'trust_uid' is not null",
            "s.urn = :key and s.trust_uid is not null");
    private static final String ON = "select * from (%s) stay where (from_day is null or from_day <= :on) and (until_day is null or :on < until_day) ";
    private static final String IN_ORDER = "select * from (%s) stay order by urn, uid, from_day nulls first, until_day nulls last";
    private static final Comparator<Stay> FIRST_ONES_FIRST = Comparator.comparing(Stay::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Stay::until, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Stay::urn).thenComparing(Stay::uid);

    private final EntityManager entities;

    TrustMembers(EntityManager entities) {
        this.entities = entities;
    }

    /** Which of the two sources is asked. */
    enum SaidBy {
        /** GIAS's group links, by the day on which a school joined or left. */
        GROUP_LINKS,
        /** The files of schools, by the days that they describe. */
        SCHOOL_FILES
    }

    /**
     * A time that a school was in a trust.
     *
     * @param from  first day; null where nobody says
     * @param until first day on which it no longer was; null while it is
     */
    record Stay(String urn, String uid, LocalDate from, LocalDate until, Source source) {
        static Stay of(Tuple row) {
            return new Stay(row.get("urn", String.class), row.get("uid", String.class), row.get("from_day", LocalDate.class),
                    row.get("until_day", LocalDate.class),
                    new Source(row.get("import_id", UUID.class), row.get("file_name", String.class), row.get("as_at", LocalDate.class)));
        }

        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }

        /** Whether the other one goes on where this one ends. */
        private boolean isFollowedBy(Stay next) {
            return urn.equals(next.urn) && uid.equals(next.uid) && until != null && until.equals(next.from);
        }

        private Stay until(Stay last) {
            return new Stay(urn, uid, from, last.until, source);
        }
    }

    SaidBy sourceFor(String uid) {
        return linked(LINKED_TRUST, "uid", uid) ? SaidBy.GROUP_LINKS : SaidBy.SCHOOL_FILES;
    }

    SaidBy sourceForSchool(String urn) {
        return linked(LINKED_SCHOOL, "urn", urn) ? SaidBy.GROUP_LINKS : SaidBy.SCHOOL_FILES;
    }

    /** URNs of the trust's schools on a day, in order. */
    List<String> schoolsOn(String uid, LocalDate on) {
        String stays = sourceFor(uid) == SaidBy.GROUP_LINKS ? OF_TRUST_BY_LINKS : OF_TRUST_BY_VERSIONS;
        return rows(ON.formatted(stays) + "order by urn", uid, on).stream().map(Stay::urn).distinct().toList();
    }

    /** The trust of a school on a day; the one that it joined last where sources overlap. */
    Optional<String> trustOn(String urn, LocalDate on) {
        String stays = sourceForSchool(urn) == SaidBy.GROUP_LINKS ? OF_SCHOOL_BY_LINKS : OF_SCHOOL_BY_VERSIONS;
        return rows(ON.formatted(stays) + "order by from_day desc nulls last, uid limit 1", urn, on).stream().map(Stay::uid).findFirst();
    }

    /** Every stay in a trust, first ones first. */
    List<Stay> staysIn(String uid) {
        return joined(rows(IN_ORDER.formatted(sourceFor(uid) == SaidBy.GROUP_LINKS ? OF_TRUST_BY_LINKS : OF_TRUST_BY_VERSIONS), uid, null));
    }

    /** Every stay of a school, first ones first. */
    List<Stay> staysOf(String urn) {
        return joined(rows(IN_ORDER.formatted(sourceForSchool(urn) == SaidBy.GROUP_LINKS ? OF_SCHOOL_BY_LINKS : OF_SCHOOL_BY_VERSIONS), urn, null));
    }

    /** Versions that differ in other things make one stay. */
    private static List<Stay> joined(List<Stay> rows) {
        List<Stay> stays = new ArrayList<>();
        for (Stay next : rows) {
            int last = stays.size() - 1;
            if (last >= 0 && stays.get(last).isFollowedBy(next)) {
                stays.set(last, stays.get(last).until(next));
            } else {
                stays.add(next);
            }
        }
        stays.sort(FIRST_ONES_FIRST);
        return stays;
    }

    private boolean linked(String sql, String name, String value) {
        return (Boolean) entities.createNativeQuery(sql, Boolean.class).setParameter(name, value).getSingleResult();
    }

    private List<Stay> rows(String sql, String key, LocalDate on) {
        var query = entities.createNativeQuery(sql, Tuple.class).setParameter("key", key);
        if (on != null) {
            query.setParameter("on", on);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Stay::of).toList();
    }
}
