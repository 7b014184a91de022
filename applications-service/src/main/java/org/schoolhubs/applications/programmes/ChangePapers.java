package org.schoolhubs.applications.programmes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.schoolhubs.applications.programmes.rules.CatalogueDocument;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.applications.programmes.rules.Ruling;
import org.schoolhubs.applications.programmes.rules.Standing;

/** Writes and reads what changes and versions keep: documents and rulings. What an older release wrote stays readable. */
@ApplicationScoped
class ChangePapers {
    private final ObjectMapper json;

    ChangePapers(ObjectMapper json) {
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    CatalogueChange.Papers write(CatalogueDocument before, CatalogueDocument after, List<Ruling> rulings) {
        return new CatalogueChange.Papers(write(before), write(after), write(rulings));
    }

    CatalogueDocument before(CatalogueChange change) {
        return read(change.before(), type(change.kind()));
    }

    CatalogueDocument after(CatalogueChange change) {
        return read(change.after(), type(change.kind()));
    }

    <D extends CatalogueDocument> D after(CatalogueChange change, Class<D> type) {
        return read(change.after(), type);
    }

    /** What a version of a cohort says. */
    CohortTerms terms(CohortVersion version) {
        return read(version.terms(), CohortTerms.class);
    }

    String write(CohortTerms terms) {
        return write((Object) terms);
    }

    List<Ruling> rulings(CatalogueChange change) {
        try {
            return json.readValue(change.rulings(), new TypeReference<>() {
            });
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("Rulings of change %s cannot be read".formatted(change.id()), notOurs);
        }
    }

    private static Class<? extends CatalogueDocument> type(ChangeKind kind) {
        return switch (kind) {
            case TERMS -> ProgrammeTerms.class;
            case COHORT -> CohortTerms.class;
            case CLOSURE, REPLACEMENT -> Standing.class;
        };
    }

    private <D> D read(String text, Class<D> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A document of the catalogue cannot be read", notOurs);
        }
    }

    private String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A document of the catalogue cannot be written", impossible);
        }
    }
}
