package org.schoolhubs.applications.programmes;

import java.util.List;
import org.schoolhubs.applications.programmes.rules.CatalogueDocument;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;

/** Where a field of a document stands in the request: pathways there have positions, not codes. */
final class Pointers {
    private static final String PATHWAYS = "pathways/";

    private Pointers() {
    }

    /** JSON pointer into the request; a pathway that is missing there is missed in the list. */
    static String of(String field, CatalogueDocument request) {
        if (!field.startsWith(PATHWAYS)) {
            return "/" + field;
        }
        String[] parts = field.substring(PATHWAYS.length()).split("/", 2);
        int position = codes(request).indexOf(parts[0]);
        return position < 0 ? "/pathways" : "/pathways/%d/%s".formatted(position, parts[1]);
    }

    private static List<String> codes(CatalogueDocument request) {
        if (request instanceof ProgrammeTerms terms) {
            return terms.pathways().stream().map(PathwayTerms::code).toList();
        }
        return request instanceof CohortTerms terms ? terms.pathways().stream().map(CohortTerms.OfferedPathway::code).toList() : List.of();
    }
}
