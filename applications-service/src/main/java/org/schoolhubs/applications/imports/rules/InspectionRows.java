package org.schoolhubs.applications.imports.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Generation GRADED = new Generation("Inspection number of latest OEIF graded inspection",
            "Inspection start date of latest OEIF graded inspection", "Publication date of latest OEIF graded inspection",
            "Does the latest OEIF graded inspection relate to the URN of the current school?", "URN at time of latest OEIF graded inspection");
    private static final Generation UNGRADED = new Generation("Latest ungraded inspection number", "Date of latest ungraded inspection",
            "Ungraded inspection publication date", "Does the ungraded inspection relate to the URN of the current school?",
            "URN at time of the ungraded inspection");

    private static final String CATEGORY_OF_CONCERN = "Category of concern";
    private static final String SAFEGUARDING_STANDARDS = "Safeguarding standards";
    private static final List<String> REPORT_CARD_AREAS = List.of("Inclusion", "Curriculum and teaching", "Achievement", "Attendance and behaviour",
            "Personal development and wellbeing", "Early years (where applicable)", "Post-16 provision (where applicable)", "Leadership and governance");
    private static final String OEIF_CATEGORY_OF_CONCERN = "Latest OEIF category of concern";
    private static final String OEIF_OVERALL = "Latest OEIF overall effectiveness";
    /** Header to the area's name. The two spaces before "safeguarding" are Ofsted's; header names are compared as they stand. */
    private static final Map<String, String> OEIF_JUDGEMENTS = judgements();
    private static final String OEIF_SAFEGUARDING = "Latest OEIF  safeguarding is effective?";
    private static final String UNGRADED_OUTCOME = "Ungraded inspection overall outcome";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = Stream.of(
                    Stream.of(URN),
                    REPORT_CARD.columns(),
                    Stream.of(CATEGORY_OF_CONCERN, SAFEGUARDING_STANDARDS),
                    REPORT_CARD_AREAS.stream(),
                    GRADED.columns(),
                    Stream.of(OEIF_CATEGORY_OF_CONCERN, OEIF_OVERALL),
                    OEIF_JUDGEMENTS.keySet().stream(),
                    Stream.of(OEIF_SAFEGUARDING),
                    UNGRADED.columns(),
                    Stream.of(UNGRADED_OUTCOME))
            .flatMap(columns -> columns)
            .toList();

    private static final Set<String> REPORT_CARD_GRADES =
            Set.of("Exceptional", "Strong standard", "Expected standard", "Needs attention", "Urgent improvement", "Not applicable");
    private static final Set<String> OVERALL = Set.of("0", "1", "2", "3", "4", "8", "9", "Not judged");
    private static final Set<String> JUDGEMENTS = Set.of("0", "1", "2", "3", "4", "8", "9", "Not judged");
    private static final Set<String> SAFEGUARDING = Set.of("Yes", "No", "9");
    private static final Set<String> MET = Set.of("Met", "Not met");
    private static final Set<String> CATEGORIES = Set.of("SM", "SWK", "NTI", "RSI");
    private static final Set<String> YES_NO = Set.of("Yes", "No");
    private static final Set<String> OUTCOMES = Set.of("School remains Outstanding", "School remains Outstanding (Concerns) - S5 Next", "School remains Good",
            "School remains Good (Improving) - S5 Next", "School remains Good (Concerns) - S5 Next", "Standards maintained", "Improved significantly",
            "Some aspects not as strong");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,12}");

    private InspectionRows() {
    }

    /**
     * Reads a row.
     *
     * @param columns where the columns stand
     * @param fields  the row's fields
     * @param line    the line it begins on
     */
    public static Parsed<InspectedSchool> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var urn = row.urn(URN);
        var inspections = Stream.of(graded(row, urn), ungraded(row, urn), reportCard(row, urn)).filter(Objects::nonNull).toList();
        return Parsed.of(urn, new InspectedSchool(urn, inspections), row);
    }

    private static Inspection graded(RowReader row, Urn urn) {
        if (row.isBlank(GRADED.number)) {
            return null;
        }
        var grades = new LinkedHashMap<String, String>();
        OEIF_JUDGEMENTS.forEach((column, area) -> put(grades, area, row.known(column, JUDGEMENTS::contains, "judgement")));
        put(grades, "Safeguarding is effective", row.known(OEIF_SAFEGUARDING, SAFEGUARDING::contains, "answer: Yes, No or 9"));
        return GRADED.read(row, urn, Kind.OEIF_GRADED,
                row.known(OEIF_OVERALL, OVERALL::contains, "overall effectiveness"), null, grades, category(row, OEIF_CATEGORY_OF_CONCERN));
    }

    private static Inspection ungraded(RowReader row, Urn urn) {
        if (row.isBlank(UNGRADED.number)) {
            return null;
        }
        var outcome = row.known(UNGRADED_OUTCOME, OUTCOMES::contains, "outcome of an ungraded inspection");
        return UNGRADED.read(row, urn, Kind.UNGRADED, null, outcome, Map.of(), null);
    }

    /** The full inspection columns hold report cards; until 10 November 2025 they repeated the graded inspection, which is read from its own columns. */
    private static Inspection reportCard(RowReader row, Urn urn) {
        if (row.isBlank(REPORT_CARD.number)) {
            return null;
        }
        var grades = new LinkedHashMap<String, String>();
        REPORT_CARD_AREAS.forEach(area -> put(grades, area, row.known(area, REPORT_CARD_GRADES::contains, "report card grade")));
        put(grades, SAFEGUARDING_STANDARDS, row.known(SAFEGUARDING_STANDARDS, MET::contains, "answer: Met or Not met"));
        boolean repeated = grades.isEmpty() && Objects.equals(row.text(REPORT_CARD.number, 20), row.text(GRADED.number, 20));
        return repeated ? null : REPORT_CARD.read(row, urn, Kind.REPORT_CARD, null, null, grades, category(row, CATEGORY_OF_CONCERN));
    }

    private static String category(RowReader row, String column) {
        return row.known(column, CATEGORIES::contains, "category of concern");
    }

    private static void put(Map<String, String> grades, String area, String grade) {
        if (grade != null) {
            grades.put(area, grade);
        }
    }

    private static Map<String, String> judgements() {
        var judgements = new LinkedHashMap<String, String>();
        judgements.put("Latest OEIF quality of education", "Quality of education");
        judgements.put("Latest OEIF behaviour and attitudes", "Behaviour and attitudes");
        judgements.put("Latest OEIF personal development", "Personal development");
        judgements.put("Latest OEIF effectiveness of leadership and management", "Leadership and management");
        judgements.put("Latest OEIF early years provision (where applicable)", "Early years provision");
        judgements.put("Latest OEIF sixth form provision (where applicable)", "Sixth form provision");
        return judgements;
    }

    /** The columns that every generation has under names of its own. */
    private record Generation(String number, String inspectedOn, String publishedOn, String relates, String urnAtTime) {
        Stream<String> columns() {
            return Stream.of(number, inspectedOn, publishedOn, relates, urnAtTime);
        }

        Inspection read(RowReader row, Urn urn, Kind kind, String overall, String outcome, Map<String, String> grades, String category) {
            var inspectionNumber = row.known(number, text -> NUMBER.matcher(text).matches(), "form of inspection number: digits");
            var day = row.date(inspectedOn);
            if (row.isBlank(inspectedOn)) {
                row.reject(inspectedOn, "value-missing", "An inspection with a number needs its date.");
            }
            boolean saidToBeOther = "No".equals(row.known(relates, YES_NO::contains, "answer: Yes or No"));
            var urnThen = row.isBlank(urnAtTime) ? (saidToBeOther ? null : urn) : row.urn(urnAtTime);
            boolean otherSchool = saidToBeOther || !Objects.equals(urnThen, urn);
            return new Inspection(kind, inspectionNumber, day, row.date(publishedOn), overall, outcome, grades, category,
                    otherSchool, urnThen);
        }
    }
}
