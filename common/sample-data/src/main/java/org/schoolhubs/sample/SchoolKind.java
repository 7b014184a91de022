package org.schoolhubs.sample;

/** Kinds of schools in the sample, with the codes that GIAS gives them. */
public enum SchoolKind {
    SECONDARY_CONVERTER("34", "Academy converter", "10", "Academies", "4", "Secondary", 11, 18, "Academy"),
    SECONDARY_SPONSORED("28", "Academy sponsor led", "10", "Academies", "4", "Secondary", 11, 16, "Academy"),
    SECONDARY_COMMUNITY("01", "Community school", "4", "Local authority maintained schools", "4", "Secondary", 11, 16, "High School"),
    SECONDARY_FREE("35", "Free schools", "11", "Free Schools", "4", "Secondary", 11, 18, "Free School"),
    PRIMARY_COMMUNITY("01", "Community school", "4", "Local authority maintained schools", "2", "Primary", 3, 11, "Primary School"),
    PRIMARY_CONVERTER("34", "Academy converter", "10", "Academies", "2", "Primary", 4, 11, "Primary Academy"),
    PRIMARY_VOLUNTARY_AIDED("02", "Voluntary aided school", "4", "Local authority maintained schools", "2", "Primary", 4, 11, "Saint Zo\u00eb\u2019s Primary"),
    ALL_THROUGH("34", "Academy converter", "10", "Academies", "7", "All-through", 4, 18, "All-through Academy"),
    MIDDLE_DEEMED_SECONDARY("05", "Foundation school", "4", "Local authority maintained schools", "5", "Middle deemed secondary", 9, 13, "Middle School"),
    MIDDLE_DEEMED_PRIMARY("01", "Community school", "4", "Local authority maintained schools", "3", "Middle deemed primary", 8, 12, "Lower Middle School"),
    NURSERY("15", "Local authority nursery school", "4", "Local authority maintained schools", "1", "Nursery", 2, 5, "Nursery School"),
    SPECIAL("07", "Community special school", "5", "Special schools", "0", "Not applicable", 4, 19, "Special School"),
    SPECIAL_ACADEMY("44", "Academy special converter", "10", "Academies", "0", "Not applicable", 4, 16, "Special Academy"),
    PUPIL_REFERRAL_UNIT("14", "Pupil referral unit", "4", "Local authority maintained schools", "0", "Not applicable", 11, 16, "Pupil Referral Unit"),
    ALTERNATIVE_PROVISION("42", "Academy alternative provision converter", "10", "Academies", "0", "Not applicable", 5, 16, "Bridge Academy"),
    FURTHER_EDUCATION("18", "Further education", "1", "Colleges", "6", "16 plus", 16, 99, "College"),
    SIXTH_FORM_COLLEGE("18", "Further education", "1", "Colleges", "6", "16 plus", 16, 19, "Sixth Form College"),
    SIXTEEN_TO_NINETEEN_FREE("39", "Free schools 16 to 19", "11", "Free Schools", "6", "16 plus", 16, 19, "Sixth Form"),
    SIXTEEN_TO_NINETEEN_ACADEMY("45", "Academy 16-19 converter", "10", "Academies", "6", "16 plus", 16, 19, "Sixth Form Academy"),
    INDEPENDENT("11", "Other independent school", "3", "Independent schools", "0", "Not applicable", 3, 18, "Independent School"),
    INDEPENDENT_SPECIAL("10", "Other independent special school", "3", "Independent schools", "0", "Not applicable", 7, 18, "Manor"),
    WELSH("30", "Welsh establishment", "6", "Welsh schools", "0", "Not applicable", 11, 18, "School, Wales");

    final String typeCode;
    final String typeName;
    final String groupCode;
    final String groupName;
    final String phaseCode;
    final String phaseName;
    final int lowAge;
    final int highAge;
    final String nameEnding;

    SchoolKind(String typeCode, String typeName, String groupCode, String groupName, String phaseCode, String phaseName, int lowAge, int highAge,
            String nameEnding) {
        this.typeCode = typeCode;
        this.typeName = typeName;
        this.groupCode = groupCode;
        this.groupName = groupName;
        this.phaseCode = phaseCode;
        this.phaseName = phaseName;
        this.lowAge = lowAge;
        this.highAge = highAge;
        this.nameEnding = nameEnding;
    }

    /** Whether it is taught to the ages of a mainstream secondary school only. */
    public boolean isSecondary() {
        return phaseCode.equals("4");
    }

    /** Whether academies' rules apply: it has a trust. */
    boolean hasTrust() {
        return groupCode.equals("10") || groupCode.equals("11");
    }

    /** Whether Ofsted's file on state-funded schools lists it; colleges stand in another file. */
    boolean isInOfstedFile() {
        return !groupCode.equals("1") && !groupCode.equals("3") && !groupCode.equals("6");
    }

    String furtherEducationType() {
        return switch (this) {
            case FURTHER_EDUCATION -> "General further education college";
            case SIXTH_FORM_COLLEGE -> "Sixth form college";
            default -> "";
        };
    }
}
