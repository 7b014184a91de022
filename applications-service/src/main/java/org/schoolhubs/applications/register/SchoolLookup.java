package org.schoolhubs.applications.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.problem.Problem;

/** Finds many schools at once. */
@ApplicationScoped
class SchoolLookup {
    static final int MOST = 500;

    private final EntityManager entities;

    SchoolLookup(EntityManager entities) {
        this.entities = entities;
    }

    /** Which schools. */
    @Schema(name = "SchoolLookupRequest", description = "Which schools: by URN, by UKPRN or both, 500 numbers in all.")
    record Request(
            @Schema(description = "Unique Reference Numbers.", examples = "[\"900001\"]", nullable = true) @Size(max = MOST,
                    message = "500 numbers at the most.")
            List<@NotNull @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String> urns,
            @Schema(description = "UK Provider Reference Numbers.", examples = "[\"10990001\"]", nullable = true) @Size(max = MOST,
                    message = "500 numbers at the most.")
            List<@NotNull @Pattern(regexp = "10[0-9]{6}", message = "A UKPRN is 8 digits that begin with 10.") String> ukprns) {
        Request {
            urns = urns == null ? List.of() : urns;
            ukprns = ukprns == null ? List.of() : ukprns;
        }
    }

    /** What was found. */
    @Schema(name = "SchoolLookup", description = "The schools found, by URN, each once, and the numbers that none has.")
    record Found(List<SchoolView> items, NotFound notFound) {
    }

    /** What was not. */
    @Schema(name = "SchoolsNotFound", description = "Numbers that no school of the register has.")
    record NotFound(@Schema(examples = "[\"900404\"]") List<String> urns, @Schema(examples = "[]") List<String> ukprns) {
    }

    /** @throws Problem 400 for no number or for more than 500 */
    @Transactional
    Found find(Request request) {
        int asked = request.urns().size() + request.ukprns().size();
        if (asked == 0 || asked > MOST) {
            throw Problem.of(RegisterError.FILTER_INVALID, "Give 1 to %d URNs and UKPRNs in all; these are %d.".formatted(MOST, asked))
                    .at("/urns", "number-of-schools", "1 to %d with the UKPRNs.".formatted(MOST));
        }
        Map<String, School> schools = new LinkedHashMap<>();
        entities.createQuery("select e from School e where e.urn in :urns or e.ukprn in :ukprns order by e.urn", School.class)
                .setParameter("urns", request.urns()).setParameter("ukprns", request.ukprns()).getResultList().forEach(school -> schools.put(school.urn(),
                        school));
        Set<String> ukprns = new HashSet<>();
        schools.values().forEach(school -> ukprns.add(school.ukprn()));
        return new Found(schools.values().stream().map(SchoolView::of).toList(),
                new NotFound(missing(request.urns(), schools.keySet()), missing(request.ukprns(), ukprns)));
    }

    private static List<String> missing(List<String> asked, Collection<String> found) {
        return asked.stream().distinct().filter(number -> !found.contains(number)).toList();
    }
}
