package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.schoolhubs.applications.imports.LiveApplications;

/** Tells imports which applications a changed school concerns, and which rest on what an import brought. */
@ApplicationScoped
class ApplicationsOfSchools implements LiveApplications {
    private static final List<ApplicationState> LIVE = Arrays.stream(ApplicationState.values()).filter(ApplicationState::isLive).toList();
    /** Facts and evidence name the file and its day wherever they stand in the JSON. Assessments from before facts were kept have evidence alone. */
    private static final String JUDGED_BY = """
            select coalesce('school ' || a.urn, 'trust ' || a.trust_uid) from application a
            join eligibility_assessment e on e.application_id = a.id and e.purpose = 'SUBMISSION' and e.created_at > :since
            where a.state = any(:live) and jsonb_path_exists(jsonb_build_array(e.facts, e.results), '$.** ? (@.file == $file && @.asAt == $asAt)',
              jsonb_build_object('file', cast(:file as text), 'asAt', cast(:asAt as text)))""";

    private final EntityManager entities;
    private final ApplicationRepository applications;

    ApplicationsOfSchools(EntityManager entities, ApplicationRepository applications) {
        this.entities = entities;
        this.applications = applications;
    }

    @Override
    @Transactional
    public void each(BiConsumer<String, UUID> schoolAndApplication) {
        try (var rows = entities.createQuery("""
                select coalesce(s.urn, a.urn), a.id from Application a left join a.schools s where a.state in :live""", Object[].class)
                .setParameter("live", LIVE).getResultStream()) {
            rows.forEach(row -> schoolAndApplication.accept(row[0].toString(), (UUID) row[1]));
        }
    }

    @Override
    @Transactional
    public Set<String> schoolsWithApplications() {
        return texts(entities.createNativeQuery("select urn from application where urn is not null union select urn from application_school", String.class));
    }

    @Override
    @Transactional
    public Set<String> trustsWithApplications() {
        return texts(entities.createNativeQuery("select trust_uid from application where trust_uid is not null", String.class));
    }

    @Override
    @Transactional
    public Set<String> judgedBy(String fileName, LocalDate asAt, Instant since) {
        return texts(entities.createNativeQuery(JUDGED_BY, String.class).setParameter("since", since).setParameter("live", live())
                .setParameter("file", fileName).setParameter("asAt", asAt.toString()));
    }

    @Override
    @Transactional
    public Set<String> trustsSubmittedSince(Instant since) {
        return texts(entities.createQuery("select a.trustUid from Application a where a.trustUid is not null and a.state in :live and a.submittedAt > :since",
                String.class).setParameter("live", LIVE).setParameter("since", since));
    }

    @Override
    @Transactional
    public Set<String> submittedSince(String programme, String pathway, Instant since) {
        return texts(entities.createQuery("""
                select a.urn from Application a where a.programme = :programme and a.pathway = :pathway and a.urn is not null and a.state in :live
                  and a.submittedAt > :since""", String.class)
                .setParameter("programme", programme).setParameter("pathway", pathway).setParameter("live", LIVE).setParameter("since", since));
    }

    @Override
    @Transactional
    public Set<String> invitedFrom(UUID selectionList) {
        applications.holdInvitations(selectionList);
        return texts(entities.createQuery("select a.urn from Application a where a.selectionListId = :list", String.class).setParameter("list", selectionList));
    }

    private static Set<String> texts(Query query) {
        var texts = new HashSet<String>();
        query.getResultList().forEach(text -> texts.add((String) text));
        return texts;
    }

    private static String[] live() {
        return LIVE.stream().map(Enum::name).toArray(String[]::new);
    }
}
