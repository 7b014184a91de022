package org.schoolhubs.applications.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.applications.register.SchoolVersionsView.Change;
import org.schoolhubs.applications.register.SchoolVersionsView.VersionView;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Answers about one school: today with all that hangs on it, as on a day, and what changed when. */
@ApplicationScoped
class SchoolAnswers {
    /** Links at either end, told from this school's side: the row of the other school may be the only one that the file has. */
    private static final String LINKS = """
            select l.link_urn as urn, l.link_name as name, l.link_type, l.kind, l.established_on, l.import_id, l.source_file, l.source_as_at
            from school_link l where l.urn = :urn and l.kind <> 'OTHER'
            union all
            select l.urn, (select s.name from school s where s.urn = l.urn), l.link_type,
                    case l.kind when 'PREDECESSOR' then 'SUCCESSOR' else 'PREDECESSOR' end,
              l.established_on, l.import_id, l.source_file, l.source_as_at
            from school_link l where l.link_urn = :urn and l.kind <> 'OTHER'
              and not exists (select from school_link o where o.urn = l.link_urn and o.link_urn = l.urn and o.kind <> 'OTHER')
            order by 5 nulls first, 1, 3""";
    private static final String SHARING = """
            select status, source, checked_on, last_data_on, import_id, source_file, source_as_at from attendance_sharing where urn = :urn""";
    private static final String FRESHNESS = """
            select distinct on (kind) kind, as_at, finished_at, id from register_import
            where state in ('COMPLETED', 'UNDOING') and kind in ('GIAS_ESTABLISHMENTS', 'GIAS_GROUPS', 'GIAS_GROUP_LINKS', 'GIAS_LINKS', 'OFSTED_INSPECTIONS',
                    'ATTENDANCE_SHARING')
            order by kind, as_at desc, finished_at desc""";
    /** A version that was corrected by another file of its own day never held. */
    private static final String AS_ON = """
            select (jsonb_populate_record(cast(null as school), v.content)).* from school_version v
            where v.urn = :urn and v.valid_from <= :on and :on < v.valid_to order by v.version desc limit 1""";
    private static final String VERSIONS = """
            select v.version, v.valid_from, v.valid_to, cast(v.content as text) as content, i.id as import_id, i.file_name, v.valid_from as as_at
            from school_version v join register_import i on i.id = v.import_id where v.urn = :urn
            union all
            select s.version, s.source_as_at, cast(null as date), cast(to_jsonb(s) as text), s.import_id, s.source_file,
                    s.source_as_at from school s where s.urn = :urn
            order by version""";

    private final EntityManager entities;
    private final RegisterService register;
    private final TrustMembers members;
    private final ObjectMapper json;

    SchoolAnswers(EntityManager entities, RegisterService register, TrustMembers members, ObjectMapper json) {
        this.entities = entities;
        this.register = register;
        this.members = members;
        this.json = json;
    }

    /** @throws Problem 404 for a URN that the register has never seen */
    @Transactional
    SchoolView today(Urn urn) {
        var school = known(urn);
        var links = tuples(LINKS, urn);
        return SchoolView.of(school, new SchoolParts(register.inspectionViews(urn), links(links, "PREDECESSOR"), links(links, "SUCCESSOR"), trusts(urn),
                tuples(SHARING, urn).stream().findFirst().map(SchoolAnswers::sharing).orElse(null), freshness()));
    }

    /**
     * The row of the school as the files said for a day.
     *
     * @throws Problem 404 for a URN that the register has never seen, 404 {@code not-known-then} for a day before the first file that knew it
     */
    @Transactional
    SchoolView on(Urn urn, LocalDate day) {
        var school = known(urn);
        if (!day.isBefore(school.sourceAsAt())) {
            return SchoolView.of(school);
        }
        // The row of today would be given again for the same key.
        entities.detach(school);
        @SuppressWarnings("unchecked")
        List<School> then = entities.createNativeQuery(AS_ON, School.class).setParameter("urn", urn.value()).setParameter("on", day).getResultList();
        return then.stream().findFirst().map(SchoolView::of)
                .orElseThrow(() -> Problem.of(RegisterError.NOT_KNOWN_THEN,
                        "The files in the register tell of %s from a later day than %s on.".formatted(urn, day))
                        .parameter("asOn", "not-known-then", "GET /v1/schools/%s/versions lists the days that it knows.".formatted(urn)));
    }

    /**
     * What every file said of the school, newest first, and what was new in it.
     *
     * @throws Problem 404 for a URN that the register has never seen
     */
    @Transactional
    SchoolVersionsView versions(Urn urn) {
        known(urn);
        List<VersionView> items = new ArrayList<>();
        JsonNode before = null;
        for (Tuple row : tuples(VERSIONS, urn)) {
            var content = read(row.get("content", String.class));
            items.add(0, new VersionView(row.get("version", Long.class), row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class),
                    source(row, "file_name", "as_at"), before == null ? List.of() : changes(before, content)));
            before = content;
        }
        return new SchoolVersionsView(urn.value(), items);
    }

    private School known(Urn urn) {
        var school = entities.find(School.class, urn.value());
        if (school == null) {
            throw Problem.notFound("school", urn);
        }
        return school;
    }

    private List<SchoolParts.TrustStayView> trusts(Urn urn) {
        var stays = members.staysOf(urn.value());
        var saidBy = members.sourceForSchool(urn.value());
        Map<String, Trust> trusts = entities.createQuery("select e from Trust e where e.uid in :uids", Trust.class)
                .setParameter("uids", stays.stream().map(TrustMembers.Stay::uid).toList()).getResultStream().collect(Collectors.toMap(Trust::uid,
                        Function.identity()));
        return stays.stream().map(stay -> {
            var trust = trusts.get(stay.uid());
            return new SchoolParts.TrustStayView(stay.uid(), trust == null ? null : trust.name(), trust == null ? null : trust.status(), stay.from(),
                    stay.until(), saidBy,
                    stay.source());
        }).toList();
    }

    private static List<SchoolParts.LinkView> links(List<Tuple> links, String kind) {
        return links.stream().filter(link -> link.get("kind").equals(kind)).map(link -> new SchoolParts.LinkView(link.get("urn", String.class),
                link.get("name", String.class), link.get("link_type", String.class), link.get("established_on", LocalDate.class),
                source(link, "source_file", "source_as_at"))).toList();
    }

    private static SchoolParts.SharingView sharing(Tuple row) {
        return new SchoolParts.SharingView(row.get("status", String.class), row.get("source", String.class), row.get("checked_on", LocalDate.class),
                row.get("last_data_on", LocalDate.class), source(row, "source_file", "source_as_at"));
    }

    private List<SchoolParts.FreshnessView> freshness() {
        @SuppressWarnings("unchecked")
        List<Tuple> files = entities.createNativeQuery(FRESHNESS, Tuple.class).getResultList();
        return files.stream().map(file -> new SchoolParts.FreshnessView(file.get("kind", String.class), file.get("as_at", LocalDate.class),
                file.get("finished_at", Instant.class), file.get("id", UUID.class))).toList();
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        for (DataFieldView field : SchoolList.EXTRACT.dictionary()) {
            String column = SnakeCase.of(field.field());
            if (field.sourceColumn() != null && after.has(column) && !before.path(column).equals(after.path(column))) {
                changes.add(new Change(field.field(), text(before.path(column)), text(after.path(column))));
            }
        }
        return changes;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A version of a school is no JSON", impossible);
        }
    }

    private static Source source(Tuple row, String file, String asAt) {
        return new Source(row.get("import_id", UUID.class), row.get(file, String.class), row.get(asAt, LocalDate.class));
    }

    private List<Tuple> tuples(String sql, Urn urn) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = entities.createNativeQuery(sql, Tuple.class).setParameter("urn", urn.value()).getResultList();
        return found;
    }
}
