package org.schoolhubs.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the n-th school of a seed, by itself: no school depends on another, so a million can be made one by one. */
final class SchoolMaker {
    /** URNs have 5 or 6 digits and the first is not 0: there are no more. */
    static final int MOST_SCHOOLS = 990_000;
    private static final int FIRST_URN = 900_001;
    private static final int LOWEST_URN = 10_000;
    private static final int FIRST_UKPRN = 10_990_001;
    private static final int FIRST_TRUST = 990_001;
    private static final int TRUSTS_PER_AUTHORITY = 2;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** One round of kinds: about as England has them, with at least one of each. */
    private static final List<SchoolKind> ROUND = List.of(
            SchoolKind.SECONDARY_CONVERTER, SchoolKind.PRIMARY_COMMUNITY, SchoolKind.SECONDARY_SPONSORED, SchoolKind.PRIMARY_CONVERTER,
            SchoolKind.SECONDARY_COMMUNITY, SchoolKind.SPECIAL, SchoolKind.SECONDARY_CONVERTER, SchoolKind.PRIMARY_VOLUNTARY_AIDED,
            SchoolKind.ALL_THROUGH, SchoolKind.SECONDARY_CONVERTER, SchoolKind.PUPIL_REFERRAL_UNIT, SchoolKind.PRIMARY_COMMUNITY,
            SchoolKind.SECONDARY_SPONSORED, SchoolKind.FURTHER_EDUCATION, SchoolKind.SECONDARY_COMMUNITY, SchoolKind.MIDDLE_DEEMED_SECONDARY,
            SchoolKind.PRIMARY_CONVERTER, SchoolKind.SECONDARY_FREE, SchoolKind.SIXTH_FORM_COLLEGE, SchoolKind.SPECIAL_ACADEMY,
            SchoolKind.SECONDARY_CONVERTER, SchoolKind.NURSERY, SchoolKind.INDEPENDENT, SchoolKind.SECONDARY_CONVERTER,
            SchoolKind.ALTERNATIVE_PROVISION, SchoolKind.MIDDLE_DEEMED_PRIMARY, SchoolKind.SIXTEEN_TO_NINETEEN_FREE, SchoolKind.SECONDARY_SPONSORED,
            SchoolKind.INDEPENDENT_SPECIAL, SchoolKind.SIXTEEN_TO_NINETEEN_ACADEMY, SchoolKind.WELSH);
    private static final List<InspectionPattern> INSPECTIONS = List.of(InspectionPattern.GOOD, InspectionPattern.REQUIRES_IMPROVEMENT,
            InspectionPattern.NOT_JUDGED, InspectionPattern.GOOD_CONFIRMED, InspectionPattern.OUTSTANDING, InspectionPattern.REPORT_CARD,
            InspectionPattern.INADEQUATE, InspectionPattern.GOOD, InspectionPattern.PREDECESSOR_GOOD, InspectionPattern.REQUIRES_IMPROVEMENT,
            InspectionPattern.GOOD_THEN_UNGRADED, InspectionPattern.NONE, InspectionPattern.GOOD);

    private final long seed;
    private final LocalDate asAt;

    SchoolMaker(long seed, LocalDate asAt) {
        this.seed = seed;
        this.asAt = asAt;
    }

    /** @param number from 0 to {@value #MOST_SCHOOLS} - 1 */
    SampleSchool make(int number) {
        var random = new SplittableRandom(seed * GOLDEN + number);
        var kind = ROUND.get(number % ROUND.size());
        var place = kind == SchoolKind.WELSH ? Places.WALES : Places.ENGLAND.get(number % Places.ENGLAND.size());
        var status = status(number);
        var town = Places.town(number);
        int trust = number % Places.ENGLAND.size() * TRUSTS_PER_AUTHORITY + number / Places.ENGLAND.size() % TRUSTS_PER_AUTHORITY;
        int capacity = kind.phaseCode.equals("0") || kind == SchoolKind.NURSERY ? random.nextInt(40, 200)
                : kind.lowAge >= 11 ? random.nextInt(600, 1_800) : random.nextInt(120, 640);
        var drawn = LocalDate.of(random.nextInt(1968, 2020), 9, 1);
        // In a register of an early day a school must have opened before it closed.
        var opened = drawn.isAfter(asAt.minusYears(6)) ? drawn.minusYears(20) : drawn;
        return new SampleSchool(String.valueOf(urn(number)), String.valueOf(FIRST_UKPRN + number % 9_000), name(town, number, kind), kind, status,
                place.code(), place.name(), place.region(), place.regionName(),
                kind.hasTrust() ? String.valueOf(FIRST_TRUST + trust) : null, kind.hasTrust() ? trustName(trust) : null,
                place.easting() + random.nextInt(-2_500, 2_501), place.northing() + random.nextInt(-2_500, 2_501),
                status.equals("4") ? 0 : capacity * random.nextInt(70, 105) / 100, capacity, percent(random), random.nextInt(5) == 0 ? "RLN1" : "UN1", town,
                "ZZ%d %d%c%c".formatted(number % 99 + 1, random.nextInt(1, 10), (char) random.nextInt('A', 'Z' + 1), (char) random.nextInt('A', 'Z' + 1)),
                status.equals("4") ? asAt.plusYears(1).withMonth(9).withDayOfMonth(1) : opened,
                status.equals("2") ? asAt.minusMonths(random.nextInt(1, 60)).withDayOfMonth(28) : null, inspection(number, kind, status));
    }

    /** From 900001 upwards; what does not fit there goes below, so that a benchmark can fill the whole range. */
    private static int urn(int number) {
        return number < 99_999 ? FIRST_URN + number : LOWEST_URN + number - 99_999;
    }

    private static String status(int number) {
        return switch (number % 40) {
            case 12 -> "2";
            case 27 -> "3";
            case 39 -> "4";
            default -> "1";
        };
    }

    private static InspectionPattern inspection(int number, SchoolKind kind, String status) {
        if (!kind.isInOfstedFile() || status.equals("2") || status.equals("4")) {
            return InspectionPattern.NOT_LISTED;
        }
        return INSPECTIONS.get(number / 2 % INSPECTIONS.size());
    }

    private static String name(String town, int number, SchoolKind kind) {
        int again = number / Places.towns();
        return town + " " + kind.nameEnding + (again == 0 ? "" : " " + (again + 1));
    }

    private static String trustName(int trust) {
        return Places.town(Places.towns() - 1L - trust * 11L % Places.towns()) + " Learning Trust";
    }

    private static String percent(SplittableRandom random) {
        return random.nextInt(3, 55) + "." + random.nextInt(10);
    }
}
