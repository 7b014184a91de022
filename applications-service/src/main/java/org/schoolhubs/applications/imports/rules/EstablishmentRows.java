package org.schoolhubs.applications.imports.rules;

import static org.schoolhubs.applications.register.rules.GiasCodes.normalise;

import java.util.List;
import java.util.regex.Pattern;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.rules.GiasCodes;
import org.schoolhubs.kernel.GridReference;

/**
 * GIAS's establishment file ({@code edubasealldata}). Every column that is read must be there: a file that lost one would otherwise empty it for all schools.
 * All others are passed over, the names and telephone numbers of persons among them.
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

    private static final Pattern LA = Pattern.compile("[0-9]{3}");
    private static final Pattern UKPRN_FORM = Pattern.compile("10[0-9]{6}");
    private static final Pattern TRUST_UID_FORM = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern URBAN_RURAL_FORM = Pattern.compile("[A-Z]{1,4}[0-9]|[0-9]{1,2}");
    private static final int MOST_PUPILS = 100_000;

    private EstablishmentRows() {
    }

    /**
     * Reads a row.
     *
     * @param columns where the columns stand
     * @param fields  the row's fields
     * @param line    the line it begins on
     */
    public static Parsed<Establishment> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var establishment = read(row);
        return Parsed.of(establishment.urn(), establishment, row);
    }

    private static Establishment read(RowReader row) {
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
                row.wholeNumber(PUPILS, 0, MOST_PUPILS),
                row.percentage(PERCENT_FSM),
                row.known(URBAN_RURAL, text -> URBAN_RURAL_FORM.matcher(text).matches(), "form of urban/rural code"),
                row.text(TOWN, 200),
                row.text(POSTCODE, 10),
                row.date(OPEN_DATE),
                row.date(CLOSE_DATE));
    }

    /** Both coordinates or none; 0, 0 is how GIAS writes "not known" and would put a school in the sea. */
    private static GridReference place(RowReader row) {
        var easting = row.wholeNumber(EASTING, 0, 700_000);
        var northing = row.wholeNumber(NORTHING, 0, 1_300_000);
        if (row.isBlank(EASTING) != row.isBlank(NORTHING)) {
            row.reject(row.isBlank(EASTING) ? EASTING : NORTHING, "coordinate-missing", "Of easting and northing only one is there.");
            return null;
        }
        boolean known = easting != null && northing != null && (easting > 0 || northing > 0);
        return known ? new GridReference(easting, northing) : null;
    }
}
