package org.schoolhubs.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/** A school as a row of Ofsted's file: what its pattern says, in each generation's own columns. */
final class OfstedRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate SINGLE_GRADES_END = LocalDate.of(2024, 7, 19);
    private static final LocalDate REPORT_CARDS_BEGIN = LocalDate.of(2025, 11, 10);
    private static final List<String> CARD_GRADES =
            List.of("Expected standard", "Strong standard", "Needs attention", "Expected standard", "Exceptional", "Urgent improvement");
    private static final List<String> CARD_AREAS = List.of("Inclusion", "Curriculum and teaching", "Achievement", "Attendance and behaviour",
            "Personal development and wellbeing", "Leadership and governance");

    private OfstedRows() {
    }

    static void write(SampleSchool school, LocalDate asAt, CsvRows rows) {
        int number = Integer.parseInt(school.urn());
        var random = new SplittableRandom(number);
        rows.set("URN", school.urn()).set("LAESTAB", school.laCode() + (4000 + number % 5000)).set("School name", school.name())
                .set("Ofsted phase", school.kind().phaseName).set("Type of education", school.kind().typeName)
                .set("Ofsted region", school.regionName()).set("Region", school.regionName()).set("Local authority", school.laName())
                .set("Postcode", school.postcode()).set("Multi-academy trust UID", school.trustUid()).set("Multi-academy trust name", school.trustName())
                .set("Total number of pupils", school.pupils()).set("Statutory lowest age", school.kind().lowAge)
                .set("Statutory highest age", school.kind().highAge);
        var graded = earlier(asAt, SINGLE_GRADES_END).minusDays(random.nextInt(30, 1_800));
        switch (school.inspection()) {
            case OUTSTANDING -> graded(rows, school, number, graded, "1", school.urn());
            case GOOD -> graded(rows, school, number, graded, "2", school.urn());
            case REQUIRES_IMPROVEMENT -> graded(rows, school, number, graded, "3", school.urn());
            case INADEQUATE -> {
                graded(rows, school, number, graded, "4", school.urn());
                rows.set("Latest OEIF category of concern", number % 2 == 0 ? "SM" : "SWK").set("Most recent category of concern", number % 2 == 0 ? "SM" : "SWK");
            }
            case GOOD_CONFIRMED -> {
                graded(rows, school, number, graded.minusYears(3), "2", school.urn());
                ungraded(rows, school, number, graded, "School remains Good");
            }
            case GOOD_THEN_UNGRADED -> {
                graded(rows, school, number, graded, "2", school.urn());
                ungraded(rows, school, number, LocalDate.of(2025, 3, 4).plusDays(number % 60), "Standards maintained");
            }
            case NOT_JUDGED -> graded(rows, school, number, LocalDate.of(2024, 9, 10).plusDays(number % 300), "Not judged", school.urn());
            case REPORT_CARD -> {
                graded(rows, school, number, graded, "2", school.urn());
                reportCard(rows, school, number, REPORT_CARDS_BEGIN.plusDays(number % 200));
            }
            case PREDECESSOR_GOOD -> graded(rows, school, number, graded, "2", String.valueOf(number - 700_000));
            default -> { }
        }
        rows.end();
    }

    private static void graded(CsvRows rows, SampleSchool school, int number, LocalDate day, String overall, String urnAtTime) {
        var judgement = overall.equals("Not judged") ? "2" : overall;
        rows.set("Inspection number of latest OEIF graded inspection", 10_000_000 + number)
                .set("Inspection start date of latest OEIF graded inspection", DAY.format(day))
                .set("Publication date of latest OEIF graded inspection", DAY.format(day.plusDays(40)))
                .set("Does the latest OEIF graded inspection relate to the URN of the current school?", urnAtTime.equals(school.urn()) ? "Yes" : "No")
                .set("URN at time of latest OEIF graded inspection", urnAtTime)
                .set("Latest OEIF overall effectiveness", overall).set("Latest OEIF quality of education", judgement)
                .set("Latest OEIF behaviour and attitudes", judgement).set("Latest OEIF personal development", judgement)
                .set("Latest OEIF effectiveness of leadership and management", judgement)
                .set("Latest OEIF  safeguarding is effective?", overall.equals("4") ? "No" : "Yes");
    }

    private static void ungraded(CsvRows rows, SampleSchool school, int number, LocalDate day, String outcome) {
        rows.set("Latest ungraded inspection number", 12_000_000 + number).set("Date of latest ungraded inspection", DAY.format(day))
                .set("Ungraded inspection publication date", DAY.format(day.plusDays(30)))
                .set("Does the ungraded inspection relate to the URN of the current school?", "Yes")
                .set("URN at time of the ungraded inspection", school.urn()).set("Ungraded inspection overall outcome", outcome);
    }

    private static void reportCard(CsvRows rows, SampleSchool school, int number, LocalDate day) {
        rows.set("Inspection number of latest full inspection", 14_000_000 + number).set("Inspection start date", DAY.format(day))
                .set("Publication date", DAY.format(day.plusDays(35)))
                .set("Does the latest full inspection relate to the URN of the current school?", "Yes")
                .set("URN at time of latest full inspection", school.urn())
                .set("Safeguarding standards", "Met").set("Safeguarding standards - date of grade", DAY.format(day));
        for (int i = 0; i < CARD_AREAS.size(); i++) {
            rows.set(CARD_AREAS.get(i), CARD_GRADES.get((number + i) % CARD_GRADES.size())).set(CARD_AREAS.get(i) + " - date of grade", DAY.format(day));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
