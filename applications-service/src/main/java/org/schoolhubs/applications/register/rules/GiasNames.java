package org.schoolhubs.applications.register.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the codes of GIAS's public CSV files are called, by code without leading zero, in the order of the codes. */
public final class GiasNames {
    public static final Map<String, String> TYPES = list("1", "Community school", "2", "Voluntary aided school", "3", "Voluntary controlled school",
            "5", "Foundation school", "6", "City technology college", "7", "Community special school", "8", "Non-maintained special school",
            "10", "Other independent special school", "11", "Other independent school", "12", "Foundation special school", "14", "Pupil referral unit",
            "15", "Local authority nursery school", "18", "Further education", "24", "Secure units", "25", "Offshore schools", "26",
                    "Service children's education",
            "27", "Miscellaneous", "28", "Academy sponsor led", "29", "Higher education institutions", "30", "Welsh establishment", "31", "Sixth form centres",
            "32", "Special post 16 institution", "33", "Academy special sponsor led", "34", "Academy converter", "35", "Free schools", "36",
                    "Free schools special",
            "37", "British schools overseas", "38", "Free schools alternative provision", "39", "Free schools 16 to 19", "40", "University technical college",
            "41", "Studio schools", "42", "Academy alternative provision converter", "43", "Academy alternative provision sponsor led",
            "44", "Academy special converter", "45", "Academy 16-19 converter", "46", "Academy 16 to 19 sponsor led", "47", "Children's centre",
            "48", "Children's centre linked site", "49", "Online provider", "56", "Institution funded by other government department",
            "57", "Academy secure 16 to 19");
    public static final Map<String, String> TYPE_GROUPS = list("1", "Colleges", "2", "Universities", "3", "Independent schools",
            "4", "Local authority maintained schools", "5", "Special schools", "6", "Welsh schools", "9", "Other types", "10", "Academies", "11",
                    "Free schools",
            "13", "Online provider");
    public static final Map<String, String> PHASES = list("0", "Not applicable", "1", "Nursery", "2", "Primary", "3", "Middle deemed primary", "4", "Secondary",
            "5", "Middle deemed secondary", "6", "16 plus", "7", "All-through");
    public static final Map<String, String> REGIONS = list("A", "North East", "B", "North West", "D", "Yorkshire and the Humber", "E", "East Midlands",
            "F", "West Midlands", "G", "East of England", "H", "London", "J", "South East", "K", "South West", "W", "Wales (pseudo)", "Z", "Not applicable");
    public static final Map<String, String> GROUP_TYPES = list("1", "Federation", "2", "Trust", "5", "School sponsor", "6", "Multi-academy trust",
            "7", "Umbrella trust", "8", "Children's centres group", "9", "Children's centres collaboration", "10", "Single-academy trust",
            "11", "Secure single-academy trust");

    private GiasNames() {
    }

    private static Map<String, String> list(String... codesAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < codesAndNames.length; i += 2) {
            names.put(codesAndNames[i], codesAndNames[i + 1]);
        }
        return Collections.unmodifiableMap(names);
    }
}
