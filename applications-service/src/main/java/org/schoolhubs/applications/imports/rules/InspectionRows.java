package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolhubs.applications.imports.rules.InspectedSchool.Inspection;
import org.schoolhubs.applications.register.InspectionRecord.Kind;
import org.schoolhubs.kernel.Urn;

/**
 * Ofsted's "Management information: state-funded schools, latest inspections". One row can hold three generations of inspection beside each other; they are
 * kept apart, because their grades cannot be compared.
 */
public final class InspectionRows {
    static final String URN = "URN";

    private static final Generation REPORT_CARD = new Generation("Inspection number of latest full inspection", "Inspection start date", "Publication date",
            "Does the latest full inspection relate to the URN of the current school?", "URN at time of latest full inspection");
    private static final Generation UNGRADED = new Generation("Latest ungraded inspection number", "Date of latest ungraded inspection",
            "Ungraded inspection publication date", "Does the ungraded inspection relate to the URN of the current school?",
            "URN at time of the ungraded inspection");

    private static final String CATEGORY_OF_CONCERN = "Category of concern";
    private static final String SAFEGUARDING_STANDARDS = "Safeguarding standards";
    private static final String EARLY_YEARS = "Early years (where applicable)";
    private static final String POST_16 = "Post-16 provision (where applicable)";
    private static final List<String> REPORT_CARD_AREAS = List.of("Inclusion", "Curriculum and teaching", "Achievement", "Attendance and behaviour",
            "Personal development and wellbeing", EARLY_YEARS, POST_16, "Leadership and governance");
    private static final String UNGRADED_OUTCOME = "Ungraded inspection overall outcome";

    /** How the columns of graded inspections were named: since November 2025, in the years before, and before those. */
    private static final List<Graded> GRADED = List.of(
            new Graded("OEIF graded inspection", "Inspection start date of latest OEIF graded inspection", "Publication date of latest OEIF graded inspection",
                    "Latest OEIF "),
            new Graded("graded inspection", "Inspection start date", "Publication date", ""),
            new Graded("full inspection", "Inspection start date", "Publication date", ""));

    /** Columns without which today's file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = Stream.concat(Stream.of(URN), GRADED.get(0).required()).toList();

    private static final Map<String, String> REPORT_CARD_GRADES =
            words("Exceptional", "Strong standard", "Expected standard", "Needs attention", "Urgent improvement", "Not applicable", "Not judged");
    private static final Map<String, String> JUDGEMENTS = words("0", "1", "2", "3", "4", "8", "9", "Not judged", "Not applicable");
    /** Codes and words of the overall judgement. */
    private static final Map<String, String> OVERALL = overall();
    private static final Map<String, String> SAFEGUARDING = words("Yes", "No", "9", "Not judged", "Not applicable");
    private static final Map<String, String> MET = words("Met", "Not met", "Not applicable");
    private static final Map<String, String> CATEGORIES = words("SM", "SWK", "NTI", "RSI");
    private static final Map<String, String> YES_NO = words("Yes", "No");
    private static final Map<String, String> OUTCOMES = words("School remains Outstanding", "School remains Outstanding (Concerns) - S5 Next",
            "School remains Good", "School remains Good (Improving) - S5 Next", "School remains Good (Concerns) - S5 Next", "Standards maintained",
            "Improved significantly", "Some aspects not as strong");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,12}");

    private InspectionRows() {
    }

    /**
     * Columns that the file must have and has not. Graded inspections must be there, under one of the names that they have had; of the other generations the
     * file has all columns or does not speak of them.
     */
    public static List<String> missing(Columns columns) {
        var graded = graded(columns);
        var needed = new ArrayList<String>();
        needed.add(URN);
        graded.required().forEach(needed::add);
        if (columns.has(UNGRADED.number)) {
            UNGRADED.columns().forEach(needed::add);
            needed.add(UNGRADED_OUTCOME);
        }
        if (hasReportCards(columns)) {
            REPORT_CARD.columns().forEach(needed::add);
            REPORT_CARD_AREAS.stream().filter(area -> !area.equals(EARLY_YEARS) && !area.equals(POST_16)).forEach(needed::add);
            needed.addAll(List.of(CATEGORY_OF_CONCERN, SAFEGUARDING_STANDARDS));
        }
        return columns.missing(needed);
    }

    /** The generations that the file speaks of. What the register has of another one stays as it is. */
    public static List<Kind> kinds(Columns columns) {
        var kinds = new ArrayList<>(List.of(Kind.OEIF_GRADED));
        if (columns.has(UNGRADED.number)) {
            kinds.add(Kind.UNGRADED);
        }
        if (hasReportCards(columns)) {
            kinds.add(Kind.REPORT_CARD);
        }
        return List.copyOf(kinds);
    }

    private static Graded graded(Columns columns) {
        return GRADED.stream().filter(names -> columns.has(names.overall)).filter(names -> columns.has(names.generation.number)).findFirst()
                .orElse(GRADED.get(0));
    }

    private static boolean hasReportCards(Columns columns) {
        return columns.has(REPORT_CARD.number) && columns.has(REPORT_CARD_AREAS.get(0)) && graded(columns) == GRADED.get(0);
    }

    /**
     * Reads a row.
     *
     * @param columns where the columns stand
     * @param fields  the row's fields
     * @param line    the line it begins on
     * @param today   an inspection more than a year later is a day typed wrong, and would hide every other one
     */
    public static Parsed<InspectedSchool> parse(Columns columns, List<String> fields, long line, LocalDate today) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var urn = row.urn(URN);
        var names = graded(columns);
        var inspections = Stream.of(graded(row, urn, names, today), ungraded(row, urn, today), hasReportCards(columns) ? reportCard(row, urn, names, today) : null)
                .filter(Objects::nonNull).toList();
        return Parsed.of(urn, new InspectedSchool(urn, inspections), row);
    }

    private static Inspection graded(RowReader row, Urn urn, Graded names, LocalDate today) {
        if (row.isBlank(names.generation.number)) {
            return null;
        }
        var grades = new LinkedHashMap<String, String>();
        names.judgements.forEach((column, area) -> put(grades, area, row.oneOf(column, JUDGEMENTS, "judgement")));
        put(grades, "Safeguarding is effective", row.oneOf(names.safeguarding, SAFEGUARDING, "answer: Yes, No or 9"));
        return names.generation.read(row, urn, today, Kind.OEIF_GRADED,
                row.oneOf(names.overall, OVERALL, "overall effectiveness"), null, grades, category(row, names.category));
    }

    private static Inspection ungraded(RowReader row, Urn urn, LocalDate today) {
        if (row.isBlank(UNGRADED.number)) {
            return null;
        }
        var outcome = row.oneOf(UNGRADED_OUTCOME, OUTCOMES, "outcome of an ungraded inspection");
        return UNGRADED.read(row, urn, today, Kind.UNGRADED, null, outcome, Map.of(), null);
    }

    /** The full inspection columns hold report cards; until 10 November 2025 they repeated the graded inspection, which is read from its own columns. */
    private static Inspection reportCard(RowReader row, Urn urn, Graded names, LocalDate today) {
        if (row.isBlank(REPORT_CARD.number)) {
            return null;
        }
        var grades = new LinkedHashMap<String, String>();
        REPORT_CARD_AREAS.forEach(area -> put(grades, area, row.oneOf(area, REPORT_CARD_GRADES, "report card grade")));
        put(grades, SAFEGUARDING_STANDARDS, row.oneOf(SAFEGUARDING_STANDARDS, MET, "answer: Met or Not met"));
        boolean repeated = grades.isEmpty() && Objects.equals(row.text(REPORT_CARD.number, 20), row.text(names.generation.number, 20));
        return repeated ? null : REPORT_CARD.read(row, urn, today, Kind.REPORT_CARD, null, null, grades, category(row, CATEGORY_OF_CONCERN));
    }

    private static String category(RowReader row, String column) {
        return row.oneOf(column, CATEGORIES, "category of concern");
    }

    private static void put(Map<String, String> grades, String area, String grade) {
        if (grade != null) {
            grades.put(area, grade);
        }
    }

    /** Words by their lower case: publishers change capitals in passing. */
    private static Map<String, String> words(String... words) {
        return Stream.of(words).collect(Collectors.toUnmodifiableMap(word -> word.toLowerCase(Locale.ROOT), word -> word));
    }

    private static Map<String, String> overall() {
        var overall = new HashMap<>(words("0", "1", "2", "3", "4", "8", "9", "Not judged"));
        overall.put("not applicable", "9");
        return Map.copyOf(overall);
    }

    /** The columns that every generation has under names of its own. */
    private record Generation(String number, String inspectedOn, String publishedOn, String relates, String urnAtTime) {
        Stream<String> columns() {
            return Stream.of(number, inspectedOn, publishedOn, relates, urnAtTime);
        }

        Inspection read(RowReader row, Urn urn, LocalDate today, Kind kind, String overall, String outcome, Map<String, String> grades, String category) {
            var inspectionNumber = row.known(number, text -> NUMBER.matcher(text).matches(), "form of inspection number: digits");
            var day = row.date(inspectedOn);
            if (row.isBlank(inspectedOn)) {
                row.reject(inspectedOn, "value-missing", "An inspection with a number needs its date.");
            }
            if (day != null && day.isAfter(today.plusYears(1))) {
                row.reject(inspectedOn, "date-in-the-future", "An inspection cannot have begun on a day that is more than a year away.");
            }
            boolean saidToBeOther = "No".equals(row.oneOf(relates, YES_NO, "answer: Yes or No"));
            var urnThen = row.isBlank(urnAtTime) ? (saidToBeOther ? null : urn) : row.urn(urnAtTime);
            boolean otherSchool = saidToBeOther || !Objects.equals(urnThen, urn);
            return new Inspection(kind, inspectionNumber, day, published(row, day), overall, outcome, grades, category,
                    otherSchool, urnThen);
        }

        private LocalDate published(RowReader row, LocalDate inspected) {
            var day = row.date(publishedOn);
            if (day == null || inspected == null || !day.isBefore(inspected)) {
                return day;
            }
            row.warn(publishedOn, "published-before-inspected", "The inspection began on " + inspected + ", later than that.");
            return null;
        }
    }

    /** The columns of graded inspections under one generation of names. Capitals and runs of space in headers do not count. */
    private static final class Graded {
        private final Generation generation;
        private final String overall;
        private final String category;
        private final String safeguarding;
        /** Column to the area's name. */
        private final Map<String, String> judgements;

        private Graded(String inspection, String inspectedOn, String publishedOn, String prefix) {
            this.generation = new Generation("Inspection number of latest " + inspection, inspectedOn, publishedOn,
                    "Does the latest " + inspection + " relate to the URN of the current school?", "URN at time of latest " + inspection);
            this.overall = prefix + "overall effectiveness";
            this.category = prefix + "category of concern";
            this.safeguarding = prefix + "safeguarding is effective?";
            this.judgements = new LinkedHashMap<>();
            judgements.put(prefix + "quality of education", "Quality of education");
            judgements.put(prefix + "behaviour and attitudes", "Behaviour and attitudes");
            judgements.put(prefix + "personal development", "Personal development");
            judgements.put(prefix + "effectiveness of leadership and management", "Leadership and management");
            judgements.put(prefix + "early years provision (where applicable)", "Early years provision");
            judgements.put(prefix + "sixth form provision (where applicable)", "Sixth form provision");
        }

        /** All but those that hold for few schools. */
        private Stream<String> required() {
            return Stream.concat(Stream.concat(generation.columns(), Stream.of(overall, category)),
                    judgements.keySet().stream().filter(column -> !column.endsWith("(where applicable)")));
        }
    }
}
