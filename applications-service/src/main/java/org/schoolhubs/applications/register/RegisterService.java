package org.schoolhubs.applications.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;

/** What other features read of the register. */
@ApplicationScoped
class RegisterService implements SchoolRegister {
    private static final TypeReference<TreeMap<String, String>> GRADES = new TypeReference<>() {
    };

    /** As the imports follow links, for one school. */
    private static final String OPEN_SUCCESSORS = """
            with recursive link (old_urn, new_urn) as (
              select urn, link_urn from school_link where kind = 'SUCCESSOR' and (established_on is null or established_on <= :day)
              union
              select link_urn, urn from school_link where kind = 'PREDECESSOR' and (established_on is null or established_on <= :day)
            ), way (at) as (
              select new_urn from link where old_urn = :urn
              union
              select l.new_urn from way w left join school n on n.urn = w.at join link l on l.old_urn = w.at where n.urn is null or n.status = 'CLOSED'
            )
            select count(*) from way w join school n on n.urn = w.at and n.status in ('OPEN', 'OPEN_PROPOSED_TO_CLOSE')""";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final TrustMembers members;

    RegisterService(EntityManager entities, ObjectMapper json, TrustMembers members) {
        this.entities = entities;
        this.json = json;
        this.members = members;
    }

    @Override
    @Transactional
    public Optional<RegisteredSchool> find(Urn urn) {
        return Optional.ofNullable(entities.find(School.class, urn.value())).map(School::registered);
    }

    @Override
    @Transactional
    public int openSuccessors(Urn closed, LocalDate on) {
        return ((Number) entities.createNativeQuery(OPEN_SUCCESSORS).setParameter("urn", closed.value()).setParameter("day", on).getSingleResult()).intValue();
    }

    @Override
    @Transactional
    public List<InspectionRecord> inspections(Urn urn) {
        return inspectionsOf(urn).stream().map(this::toRecord).toList();
    }

    @Override
    @Transactional
    public Optional<RegisteredTrust> trust(TrustUid uid) {
        var group = entities.find(Trust.class, uid.value());
        return group == null ? trustNamedBySchools(uid) : Optional.of(group).filter(Trust::isTrust).map(Trust::registered);
    }

    @Override
    @Transactional
    public List<RegisteredSchool> schoolsOf(TrustUid uid, LocalDate on) {
        return schools(members.schoolsOn(uid.value(), on)).stream().map(School::registered).toList();
    }

    @Override
    @Transactional
    public Optional<TrustUid> trustOf(Urn urn, LocalDate on) {
        return members.trustOn(urn.value(), on).map(TrustUid::new);
    }

    /** The schools of these URNs, by URN; those that the register does not know are left out. */
    List<School> schools(Collection<String> urns) {
        return entities.createQuery("select e from School e where e.urn in :urns order by e.urn", School.class).setParameter("urns", urns).getResultList();
    }

    /** The latest inspection of each kind as third parties see it, newest first. */
    List<InspectionView> inspectionViews(Urn urn) {
        return inspectionsOf(urn).stream().map(inspection -> InspectionView.of(inspection, gradesOf(inspection))).toList();
    }

    /** A trust that no file of groups and no row with a name has told of yet. */
    private Optional<RegisteredTrust> trustNamedBySchools(TrustUid uid) {
        return entities.createQuery("select e from School e where e.trustUid = :uid order by e.sourceAsAt desc, e.urn", School.class)
                .setParameter("uid", uid.value()).setMaxResults(1).getResultStream().findFirst().map(School::registered)
                .map(school -> new RegisteredTrust(uid, school.trustName(), null, null, null, school.source()));
    }

    private List<Inspection> inspectionsOf(Urn urn) {
        return entities.createQuery("select e from Inspection e where e.urn = :urn order by e.inspectedOn desc, e.kind", Inspection.class)
                .setParameter("urn", urn.value()).getResultList();
    }

    private InspectionRecord toRecord(Inspection inspection) {
        boolean reportCard = inspection.kind() == InspectionRecord.Kind.REPORT_CARD;
        return new InspectionRecord(inspection.inspectionNumber(), inspection.inspectedOn(), inspection.publishedOn(), inspection.kind(),
                inspection.overallEffectiveness(), inspection.ungradedOutcome(), reportCard ? gradesOf(inspection) : Map.of(), inspection.categoryOfConcern(),
                inspection.isPredecessor(), inspection.urnAtTime() == null ? null : new Urn(inspection.urnAtTime()), inspection.source());
    }

    private Map<String, String> gradesOf(Inspection inspection) {
        try {
            return json.readValue(inspection.grades(), GRADES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Grades of inspection " + inspection.inspectionNumber() + " are no JSON object", impossible);
        }
    }
}
