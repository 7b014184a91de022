package org.schoolhubs.applications.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Reads the register. */
@ApplicationScoped
class RegisterService implements SchoolRegister {
    private static final TypeReference<TreeMap<String, String>> GRADES = new TypeReference<>() {
    };

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
        var urns = members.schoolsOn(uid.value(), on);
        return entities.createQuery("select e from School e where e.urn in :urns order by e.urn", School.class).setParameter("urns", urns).getResultList()
                .stream().map(School::registered).toList();
    }

    @Override
    @Transactional
    public Optional<TrustUid> trustOf(Urn urn, LocalDate on) {
        return members.trustOn(urn.value(), on).map(TrustUid::new);
    }

    /** A trust that no file of groups and no row with a name has told of yet. */
    private Optional<RegisteredTrust> trustNamedBySchools(TrustUid uid) {
        return entities.createQuery("select e from School e where e.trustUid = :uid order by e.sourceAsAt desc, e.urn", School.class)
                .setParameter("uid", uid.value()).setMaxResults(1).getResultStream().findFirst().map(School::registered)
                .map(school -> new RegisteredTrust(uid, school.trustName(), null, null, null, school.source()));
    }

    /** A page of schools, by URN. */
    @Transactional
    public Page<SchoolView> list(SchoolQuery query, PageRequest page) {
        return ListQuery.byText(entities, School.class, "urn", School::urn, School::changedAt)
                .filter("e.searchName like :name", "name", query.name() == null ? null : "%" + query.name() + "%")
                .filter("e.laCode = :laCode", "laCode", query.laCode())
                .filter("e.trustUid = :trustUid", "trustUid", query.trustUid())
                .filter("e.region = :region", "region", query.region())
                .filter("e.phase = :phase", "phase", query.phase())
                .filter("e.status = :status", "status", query.status())
                .fetch(page, school -> SchoolView.of(school, null));
    }

    /** @throws Problem 404 for a URN that the register has never seen */
    @Transactional
    public SchoolView get(Urn urn) {
        var school = entities.find(School.class, urn.value());
        if (school == null) {
            throw Problem.notFound("school", urn);
        }
        return SchoolView.of(school, inspectionsOf(urn).stream().map(inspection -> InspectionView.of(inspection, gradesOf(inspection))).toList());
    }

    /** @throws Problem 404 for a trust that no school of the register ever named */
    @Transactional
    public TrustView trust(String uid) {
        var trust = entities.find(Trust.class, uid);
        if (trust == null) {
            throw Problem.notFound("trust", uid);
        }
        var open = List.of(SchoolStatus.OPEN, SchoolStatus.OPEN_PROPOSED_TO_CLOSE);
        long schools = entities.createQuery("select count(e) from School e where e.trustUid = :uid and e.status in :open", Long.class)
                .setParameter("uid", uid).setParameter("open", open).getSingleResult();
        return new TrustView(trust.uid(), trust.name(), schools);
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
