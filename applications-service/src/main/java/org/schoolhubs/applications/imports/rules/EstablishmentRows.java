package org.schoolhubs.applications.imports.rules;

import static org.schoolhubs.applications.register.rules.GiasCodes.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.applications.register.rules.GiasCodes;
import org.schoolhubs.kernel.GridReference;

/**
 * GIAS's establishment file ({@code edubasealldata}). Columns that other features decide by must be there: a file that lost one would otherwise empty it for
 * all schools. Details may be missing, the register keeps what it has then. All others are passed over, the names and telephone numbers of persons among
 * them.
 *
 * <p>A row whose identity, status, type, place in the system or dates cannot be true is rejected. A detail or a place that cannot be true is left out of the
 * row and listed as a warning: the register must learn that a school has closed, also where its coordinates are in the sea.
 */
public final class EstablishmentRows {
    static final String URN = "URN";
    static final String LA_CODE = "LA (code)";
    static final String LA_NAME = "LA (name)";
    static final String NAME = "EstablishmentName";
    static final String TYPE_CODE = "TypeOfEstablishment (code)";
    static final String TYPE_NAME = "TypeOfEstablishment (name)";
    static final String TYPE_GROUP_CODE = "EstablishmentTypeGroup (code)";
    static final String STATUS_CODE = "EstablishmentStatus (code)";
    static final String OPEN_DATE = "OpenDate";
    static final String CLOSE_DATE = "CloseDate";
    static final String PHASE_CODE = "PhaseOfEducation (code)";
    static final String PUPILS = "NumberOfPupils";
    static final String PERCENT_FSM = "PercentageFSM";
    static final String TRUST_UID = "Trusts (code)";
    static final String TRUST_NAME = "Trusts (name)";
    static final String UKPRN = "UKPRN";
    static final String FURTHER_EDUCATION_TYPE = "FurtherEducationType (name)";
    static final String TOWN = "Town";
    static final String POSTCODE = "Postcode";
    static final String REGION = "GOR (code)";
    static final String URBAN_RURAL = "UrbanRural (code)";
    static final String EASTING = "Easting";
    static final String NORTHING = "Northing";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = List.of(URN, LA_CODE, LA_NAME, NAME, TYPE_CODE, TYPE_NAME, TYPE_GROUP_CODE, STATUS_CODE, OPEN_DATE,
            CLOSE_DATE, PHASE_CODE, PUPILS, PERCENT_FSM, TRUST_UID, TRUST_NAME, UKPRN, FURTHER_EDUCATION_TYPE, TOWN, POSTCODE, REGION, URBAN_RURAL, EASTING,
            NORTHING);

    private static final String ESTABLISHMENT_NUMBER = "EstablishmentNumber";
    private static final String LOW_AGE = "StatutoryLowAge";
    private static final String HIGH_AGE = "StatutoryHighAge";
    private static final String NURSERY_PROVISION = "NurseryProvision (name)";
    private static final String OFFICIAL_SIXTH_FORM = "OfficialSixthForm (name)";
    private static final String BOARDERS = "Boarders (name)";
    private static final String GENDER = "Gender (name)";
    private static final String RELIGIOUS_CHARACTER = "ReligiousCharacter (name)";
    private static final String ADMISSIONS_POLICY = "AdmissionsPolicy (name)";
    private static final String CAPACITY = "SchoolCapacity";
    private static final String TRUST_SCHOOL_FLAG = "TrustSchoolFlag (name)";
    private static final String FEDERATION_UID = "Federations (code)";
    private static final String FEDERATION_NAME = "Federations (name)";
    private static final String STREET = "Street";
    private static final String LOCALITY = "Locality";
    private static final String ADDRESS3 = "Address3";
    private static final String COUNTY = "County (name)";
    private static final String WEBSITE = "SchoolWebsite";
    private static final String DISTRICT = "DistrictAdministrative (name)";
    private static final String REASON_OPENED = "ReasonEstablishmentOpened (name)";
    private static final String REASON_CLOSED = "ReasonEstablishmentClosed (name)";
    private static final String SECTION_41 = "Section41Approved (name)";
    private static final String CHANGED_ON = "LastChangedDate";

    /** Columns that a file may lack, by the column of the register that they fill. */
    private static final Map<String, String> DETAIL_COLUMNS = detailColumns();

    private static final Pattern LA = Pattern.compile("[0-9]{3}");
    private static final Pattern UKPRN_FORM = Pattern.compile("10[0-9]{6}");
    private static final Pattern TRUST_UID_FORM = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern URBAN_RURAL_FORM = Pattern.compile("[A-Z]{1,4}[0-9]|[0-9]{1,2}");
    private static final Pattern ESTABLISHMENT_NUMBER_FORM = Pattern.compile("[0-9]{1,4}");
    private static final int MOST_PUPILS = 100_000;
    private static final int OLDEST = 99;
    private static final int NAME_LENGTH = 200;

    /** To be raised whenever the same row is to be understood differently, so that every row is compared again. */
    private static final int RULES_VERSION = 2;

    private EstablishmentRows() {
    }

    /** How to recognise rows that say what they said in an earlier file. */
    public static RowFingerprint fingerprint(Columns columns) {
        var read = new ArrayList<>(REQUIRED_COLUMNS);
        read.addAll(DETAIL_COLUMNS.values());
        return RowFingerprint.of(columns, read, RULES_VERSION);
    }

    /** The URN as it stands in a row with as many fields as the header has; it may be none. */
    public static String urn(Columns columns, List<String> fields) {
        return fields.get(columns.position(URN));
    }

    /**
     * Reads a row.
     *
     * @param columns where the columns stand
     * @param fields  the row's fields
     * @param line    the line it begins on
     * @param today   what is open has opened by then, and what is closed has closed
     */
    public static Parsed<Establishment> parse(Columns columns, List<String> fields, long line, LocalDate today) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var establishment = read(row, today);
        requireOpenBeforeClosed(establishment, row);
        return Parsed.of(establishment.urn(), establishment, row);
    }

    /** Columns of the register that this file says nothing about, because it lacks theirs: they stay as they are. */
    public static List<String> unknownTo(Columns columns) {
        var unknown = new ArrayList<String>();
        DETAIL_COLUMNS.forEach((registerColumn, column) -> {
            if (!columns.has(column)) {
                unknown.add(registerColumn);
            }
        });
        return List.copyOf(unknown);
    }

    private static void requireOpenBeforeClosed(Establishment school, RowReader row) {
        if (school.openedOn() != null && school.closedOn() != null && school.closedOn().isBefore(school.openedOn())) {
            row.reject(CLOSE_DATE, "closed-before-opened", "It closed before it opened, on " + school.openedOn() + ".");
        }
    }

    private static Establishment read(RowReader row, LocalDate today) {
        var typeCode = normalise(row.requiredKnown(TYPE_CODE, GiasCodes::isType, "type of establishment"));
        var typeGroupCode = normalise(row.requiredKnown(TYPE_GROUP_CODE, GiasCodes::isTypeGroup, "group of types"));
        var phaseCode = normalise(row.known(PHASE_CODE, code -> GiasCodes.phase(code).isPresent(), "phase of education"));
        return new Establishment(
                row.urn(URN),
                row.known(UKPRN, text -> UKPRN_FORM.matcher(text).matches(), "form of UKPRN: 8 digits that begin with 10"),
                row.requiredText(NAME, 200),
                GiasCodes.status(row.requiredKnown(STATUS_CODE, code -> GiasCodes.status(code).isPresent(), "status")).orElse(null),
                typeCode,
                row.text(TYPE_NAME, 200),
                typeGroupCode,
                phaseCode,
                GiasCodes.phase(phaseCode).orElse(Phase.NOT_APPLICABLE),
                GiasCodes.provision(typeCode, typeGroupCode),
                row.text(FURTHER_EDUCATION_TYPE, 200),
                row.requiredKnown(LA_CODE, text -> LA.matcher(text).matches(), "form of local authority code: 3 digits"),
                row.text(LA_NAME, 200),
                row.known(REGION, GiasCodes::isRegion, "region"),
                row.known(TRUST_UID, text -> TRUST_UID_FORM.matcher(text).matches(), "form of group UID: 1 to 6 digits"),
                row.text(TRUST_NAME, 300),
                place(row),
                row.orWithout(() -> row.wholeNumber(PUPILS, 0, MOST_PUPILS)),
                row.orWithout(() -> row.percentage(PERCENT_FSM)),
                row.orWithout(() -> row.known(URBAN_RURAL, text -> URBAN_RURAL_FORM.matcher(text).matches(), "form of urban/rural code")),
                row.orWithout(() -> row.text(TOWN, 200)),
                row.orWithout(() -> row.text(POSTCODE, 10)),
                pastDay(row, OPEN_DATE, SchoolStatus::isOpen, today),
                pastDay(row, CLOSE_DATE, SchoolStatus.CLOSED::equals, today),
                details(row));
    }

    /** A day that has come if the status says so. One that has not is left out, with a warning: by its status the school is decided about. */
    private static LocalDate pastDay(RowReader row, String column, Predicate<SchoolStatus> hasCome, LocalDate today) {
        var day = row.date(column);
        if (day == null || !day.isAfter(today) || GiasCodes.status(row.seen(STATUS_CODE)).filter(hasCome).isEmpty()) {
            return day;
        }
        row.warn(column, "date-in-the-future", "By its status this has happened, and the day has not come yet.");
        return null;
    }

    private static Establishment.Details details(RowReader row) {
        return new Establishment.Details(
                row.orWithout(() -> establishmentNumber(row)),
                row.orWithout(() -> row.wholeNumber(LOW_AGE, 0, OLDEST)),
                row.orWithout(() -> row.wholeNumber(HIGH_AGE, 0, OLDEST)),
                detail(row, NURSERY_PROVISION),
                detail(row, OFFICIAL_SIXTH_FORM),
                detail(row, BOARDERS),
                detail(row, GENDER),
                detail(row, RELIGIOUS_CHARACTER),
                detail(row, ADMISSIONS_POLICY),
                row.orWithout(() -> row.wholeNumber(CAPACITY, 0, MOST_PUPILS)),
                detail(row, TRUST_SCHOOL_FLAG),
                row.orWithout(() -> row.known(FEDERATION_UID, text -> TRUST_UID_FORM.matcher(text).matches(), "form of group UID: 1 to 6 digits")),
                detail(row, FEDERATION_NAME),
                detail(row, STREET),
                detail(row, LOCALITY),
                detail(row, ADDRESS3),
                detail(row, COUNTY),
                detail(row, WEBSITE),
                detail(row, DISTRICT),
                detail(row, REASON_OPENED),
                detail(row, REASON_CLOSED),
                detail(row, SECTION_41),
                row.orWithout(() -> row.date(CHANGED_ON)));
    }

    private static String detail(RowReader row, String column) {
        return row.orWithout(() -> row.text(column, NAME_LENGTH));
    }

    /** Four digits; spreadsheets take the leading zeros away. */
    private static String establishmentNumber(RowReader row) {
        var text = row.known(ESTABLISHMENT_NUMBER, number -> ESTABLISHMENT_NUMBER_FORM.matcher(number).matches(), "form of establishment number: 4 digits");
        return text == null ? null : "0".repeat(4 - text.length()) + text;
    }

    /** Both coordinates or none; 0, 0 is how GIAS writes "not known". A place that is none is left out, with a warning. */
    private static GridReference place(RowReader row) {
        return row.orWithout(() -> {
            var easting = row.wholeNumber(EASTING, 0, 700_000);
            var northing = row.wholeNumber(NORTHING, 0, 1_300_000);
            if (row.isBlank(EASTING) != row.isBlank(NORTHING)) {
                row.reject(row.isBlank(EASTING) ? EASTING : NORTHING, "coordinate-missing", "Of easting and northing only one is there.");
            }
            if (easting == null || northing == null || easting == 0 && northing == 0) {
                return null;
            }
            var place = new GridReference(easting, northing);
            if (!GridOutline.holds(place)) {
                row.reject(EASTING, "coordinate-outside-england", easting + ", " + northing + " lies in the sea or outside England and Wales.");
            }
            return place;
        });
    }

    private static Map<String, String> detailColumns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("establishment_number", ESTABLISHMENT_NUMBER);
        columns.put("low_age", LOW_AGE);
        columns.put("high_age", HIGH_AGE);
        columns.put("nursery_provision", NURSERY_PROVISION);
        columns.put("official_sixth_form", OFFICIAL_SIXTH_FORM);
        columns.put("boarders", BOARDERS);
        columns.put("gender", GENDER);
        columns.put("religious_character", RELIGIOUS_CHARACTER);
        columns.put("admissions_policy", ADMISSIONS_POLICY);
        columns.put("capacity", CAPACITY);
        columns.put("trust_school_flag", TRUST_SCHOOL_FLAG);
        columns.put("federation_uid", FEDERATION_UID);
        columns.put("federation_name", FEDERATION_NAME);
        columns.put("street", STREET);
        columns.put("locality", LOCALITY);
        columns.put("address3", ADDRESS3);
        columns.put("county", COUNTY);
        columns.put("website", WEBSITE);
        columns.put("district", DISTRICT);
        columns.put("reason_opened", REASON_OPENED);
        columns.put("reason_closed", REASON_CLOSED);
        columns.put("section41", SECTION_41);
        columns.put("source_changed_on", CHANGED_ON);
        return columns;
    }
}
