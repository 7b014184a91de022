package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which import brought a file into the register, for those who have to prove where a fact came from. */
@ApplicationScoped
public class ImportedFiles {
    private static final String FIND = """
            select id, kind, sha256, finished_at from register_import
              where file_name = :file and as_at = :asAt and finished_at <= :until and state not in ('REFUSED', 'FAILED')
              order by finished_at desc limit 1""";
    private static final String NEWEST = """
            select file_name, as_at from register_import where kind = :kind and state = 'COMPLETED' order by as_at desc, finished_at desc limit 1""";
    private final EntityManager entities;

    ImportedFiles(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The last import of that file that had gone in by an instant.
     *
     * @param fileName as evidence names it
     * @param asAt     the day the file describes
     */
    @Transactional
    public Optional<ImportedFile> find(String fileName, LocalDate asAt, Instant until) {
        @SuppressWarnings("unchecked") // of the untyped native query
        List<Tuple> rows = entities.createNativeQuery(FIND, Tuple.class).setParameter("file", fileName).setParameter("asAt", asAt).setParameter("until", until)
                .getResultList();
        return rows.stream().findFirst().map(row -> new ImportedFile(row.get("id", UUID.class), row.get("kind", String.class), row.get("sha256", String.class),
                row.get("finished_at", Instant.class)));
    }

    /** The file of inspections that describes the latest day; empty where none came. */
    @Transactional
    public Optional<FileOfDay> newestOfInspections() {
        @SuppressWarnings("unchecked") // of the untyped native query
        List<Tuple> rows = entities.createNativeQuery(NEWEST, Tuple.class).setParameter("kind", ImportKind.OFSTED_INSPECTIONS.name()).getResultList();
        return rows.stream().findFirst().map(row -> new FileOfDay(row.get("file_name", String.class), row.get("as_at", LocalDate.class)));
    }

    /** A file and the day that it describes. */
    public record FileOfDay(String fileName, LocalDate asAt) {
    }

    /**
     * An import that went in.
     *
     * @param sha256 of the file as it was sent, lower-case hexadecimal
     */
    public record ImportedFile(UUID importId, String kind, String sha256, Instant importedAt) {
    }
}
