package org.schoolhubs.applications.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.schoolhubs.kernel.Urn;

/**
 * Reads the register with a persistence context for each batch alone, on the connection of the caller's transaction: reading all of it takes no more memory than
 * reading a batch, and a school as it was does not stand in the place of the school as it is.
 */
@ApplicationScoped
class BatchReader implements SchoolBatches {
    private static final String SHARING = """
            select urn, status, checked_on, last_data_on, import_id, source_file, source_as_at from attendance_sharing where urn in (:urns)""";
    private static final String SCHOOL_AS_ON = """
            select * from school where urn = :urn and source_as_at <= :day
            union all
            select (jsonb_populate_record(null::school, v.content)).* from school_version v where v.urn = :urn and v.valid_from <= :day and v.valid_to > :day""";
    private static final String INSPECTIONS_AS_ON = """
            select * from inspection where urn = :urn and source_as_at <= :day
            union all
            select (jsonb_populate_record(null::inspection, v.content)).* from inspection_version v
            where v.urn = :urn and v.valid_from <= :day and v.valid_to > :day""";

    private final SessionFactory sessions;

    BatchReader(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    @Transactional
    public List<RegisteredSchool> of(Collection<Urn> urns) {
        return read(session -> session.createSelectionQuery("select e from School e where e.urn in :urns order by e.urn", School.class).setParameter("urns", texts(urns))
                .getResultList().stream().map(School::registered).toList());
    }

    @Override
    @Transactional
    public List<RegisteredSchool> after(Urn after, int limit) {
        return read(session -> session.createSelectionQuery("select e from School e where e.urn > :after order by e.urn", School.class)
                .setParameter("after", after == null ? "" : after.value()).setMaxResults(limit).getResultList().stream().map(School::registered).toList());
    }

    @Override
    @Transactional
    public Map<Urn, List<InspectionRecord>> inspections(Collection<Urn> urns) {
        return read(session -> session.createSelectionQuery("select e from Inspection e where e.urn in :urns order by e.urn, e.inspectedOn desc, e.kind",
                        Inspection.class)
                .setParameter("urns", texts(urns)).getResultList().stream()
                .collect(Collectors.groupingBy(one -> new Urn(one.urn()), Collectors.mapping(BatchReader::inspection, Collectors.toList()))));
    }

    @Override
    @Transactional
    public Map<Urn, AttendanceSharing> sharing(Collection<Urn> urns) {
        return read(session -> sharing(session, urns));
    }

    private static Map<Urn, AttendanceSharing> sharing(Session session, Collection<Urn> urns) {
        Map<Urn, AttendanceSharing> found = new HashMap<>();
        for (Tuple row : session.createNativeQuery(SHARING, Tuple.class).setParameter("urns", texts(urns)).addScalar("urn", String.class)
                .addScalar("status", String.class).addScalar("checked_on", LocalDate.class).addScalar("last_data_on", LocalDate.class)
                .addScalar("import_id", UUID.class).addScalar("source_file", String.class).addScalar("source_as_at", LocalDate.class).getResultList()) {
            found.put(new Urn(row.get("urn", String.class)), new AttendanceSharing(row.get("status", String.class), row.get("checked_on", LocalDate.class),
                    row.get("last_data_on", LocalDate.class),
                    new Source(row.get("import_id", UUID.class), row.get("source_file", String.class), row.get("source_as_at", LocalDate.class))));
        }
        return found;
    }

    @Override
    @Transactional
    public Optional<RegisteredSchool> asOn(Urn urn, LocalDate day) {
        return read(session -> session.createNativeQuery(SCHOOL_AS_ON, School.class).setParameter("urn", urn.value()).setParameter("day", day)
                .getResultList().stream().findFirst().map(School::registered));
    }

    @Override
    @Transactional
    public List<InspectionRecord> inspectionsAsOn(Urn urn, LocalDate day) {
        return read(session -> session.createNativeQuery(INSPECTIONS_AS_ON, Inspection.class).setParameter("urn", urn.value()).setParameter("day", day)
                .getResultList().stream().map(BatchReader::inspection).toList());
    }

    private <T> T read(Function<Session, T> work) {
        try (Session session = sessions.openSession()) {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return work.apply(session);
        }
    }

    /** Without the grades by area: no rule looks at them. */
    private static InspectionRecord inspection(Inspection one) {
        return new InspectionRecord(one.inspectionNumber(), one.inspectedOn(), one.publishedOn(), one.kind(), one.overallEffectiveness(), one.ungradedOutcome(), Map.of(),
                one.categoryOfConcern(), one.isPredecessor(), one.urnAtTime() == null ? null : new Urn(one.urnAtTime()), one.source());
    }

    private static List<String> texts(Collection<Urn> urns) {
        return urns.stream().map(Urn::value).toList();
    }
}
