package org.schoolhubs.applications.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import org.schoolhubs.applications.register.rules.EnglishGrid;
import org.schoolhubs.applications.register.rules.GiasCodes;
import org.schoolhubs.applications.register.rules.Postcode;
import org.schoolhubs.applications.register.rules.SearchText;
import org.schoolhubs.kernel.GridReference;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Reads the filters of a list of schools, and says of each that cannot be what is wrong with it. */
@ApplicationScoped
class SchoolQueries {
    /** Rows of a page where the caller does not say. */
    static final int PAGE = 50;
    private static final List<SchoolStatus> OPEN = Arrays.stream(SchoolStatus.values()).filter(SchoolStatus::isOpen).toList();
    private static final int METRES_A_KILOMETRE = 1_000;
    private static final int KILOMETRES = 10;

    private final SchoolRegister register;

    SchoolQueries(SchoolRegister register) {
        this.register = register;
    }

    /** @throws Problem 400 {@code filter-invalid}, naming the parameter */
    SchoolQuery of(SchoolFilter filter) {
        return new SchoolQuery(words(filter.name), postcode(filter.postcode), filter.laCode, filter.trustUid, filter.region, parse(Phase.class, "phase",
                filter.phase),
                parse(Provision.class, "provision", filter.provision), typeCode(filter.typeCode), statuses(filter), near(filter));
    }

    /** @throws Problem 400 {@code filter-invalid} if one of these was given */
    void requireNone(MultivaluedMap<String, String> given, String why, String... parameters) {
        for (String parameter : parameters) {
            if (given.containsKey(parameter)) {
                throw invalid(parameter, "not-here", why + " Leave it out.");
            }
        }
    }

    /** What is searched for; null for no search. */
    static String words(String name) {
        return name == null ? null : SearchText.query(name).orElseThrow(() -> invalid("name", "nothing-to-search", "Give letters or digits of the name."));
    }

    private static Postcode postcode(String text) {
        return text == null ? null : Postcode.parse(text).orElseThrow(() -> invalid("postcode", "no-postcode", "A postcode such as NW3 2BQ, or its first "
                + "part such as NW3."));
    }

    private static String typeCode(String text) {
        if (text != null && !GiasCodes.isType(text)) {
            throw invalid("typeCode", "unknown-value", "GET /v1/reference-data lists the types.");
        }
        return GiasCodes.normalise(text);
    }

    private static List<SchoolStatus> statuses(SchoolFilter filter) {
        boolean some = filter.status != null && !filter.status.isEmpty();
        if (filter.open == null) {
            return some ? filter.status.stream().map(status -> parse(SchoolStatus.class, "status", status)).distinct().toList() : List.of();
        }
        if (some) {
            throw invalid("open", "with-status", "Give either open or status.");
        }
        return OPEN;
    }

    private SchoolQuery.Near near(SchoolFilter filter) {
        if (filter.near == null) {
            if (filter.within != null) {
                throw invalid("near", "missing", "Say around which point: near=528159,184498.");
            }
            return null;
        }
        int kilometres = filter.within == null ? KILOMETRES : Integer.parseInt(filter.within);
        GridReference point = filter.near.contains(",") ? point(filter.near.split(",")) : placeOf(filter.near);
        return new SchoolQuery.Near(point.easting(), point.northing(), kilometres * METRES_A_KILOMETRE);
    }

    private static GridReference point(String[] parts) {
        return EnglishGrid.point(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                .orElseThrow(() -> invalid("near", "not-in-england", "Easting, then northing, on the British National Grid, in England."));
    }

    private GridReference placeOf(String urn) {
        var school = register.find(new Urn(urn)).orElseThrow(() -> invalid("near", "unknown-school", "The register has no school of this URN."));
        if (school.easting() == null) {
            throw invalid("near", "school-without-place", "The register does not know where this school is: give easting and northing.");
        }
        return new GridReference(school.easting(), school.northing());
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String parameter, String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst()
                .orElseThrow(() -> invalid(parameter, "unknown-value", "One of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    static Problem invalid(String parameter, String code, String advice) {
        return Problem.of(RegisterError.FILTER_INVALID, "Correct the parameter named in errors.").parameter(parameter, code, advice);
    }
}
