package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;

/**
 * Whether the programme is for schools of this phase or provision. Where the register leaves more than one possibility, the rule decides only if all of them
 * lead to the same answer.
 */
record SettingRule(String id, Set<Setting> accepted) implements Rule<SchoolFacts> {
    /** Sixth form centres, free schools 16 to 19, academies 16 to 19 converter and sponsor led. Type 18 needs its further education type besides. */
    private static final Set<String> SIXTH_FORM_TYPES = Set.of("31", "39", "45", "46");
    private static final String FURTHER_EDUCATION = "18";
    /** Special post-16 institutions: special provision by the Department's own lists, and 16-plus. */
    private static final String SPECIAL_POST_16 = "32";
    /** Academies secure 16 to 19: secure provision for young people in custody, named by no programme. */
    private static final String SECURE_16_TO_19 = "57";
    /** Secure units: alternative provision by the Department's own lists, and named by no programme either. */
    private static final String SECURE_UNIT = "24";

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Set<Setting> possible = possible(school);
        if (!possible.isEmpty() && accepted.containsAll(possible)) {
            return RuleResult.pass(id, "The programme is for %s. This is one of the %s.".formatted(listed(), either(possible)), fact(school));
        }
        if (!possible.isEmpty() && possible.stream().noneMatch(accepted::contains)) {
            return RuleResult.fail(id, ("The programme is for %s. This is one of the %s, which it does not take. If the register's entry is wrong, the school "
                    + "can correct it in Get Information about Schools.").formatted(listed(), either(possible)), fact(school));
        }
        return RuleResult.review(id, "The register does not say clearly enough which phase or provision this is, so a person must look. Say in the "
                + "application whom the school teaches.", fact(school));
    }

    @Override
    public String meaning() {
        return ("Passes for %s. The type is asked before the phase: special schools are the types 7, 8, 10, 12, 33, 36 and 44, alternative provision 14, 38, "
                + "42 and 43, sixth form colleges 31, 39, 45 and 46, and 18 with a further education type that says sixth form college; 18 with another one "
                + "is an other 16-plus college. Schools of another type go by their phase, middle schools as deemed. A special post-16 institution (32) is "
                + "special and 16-plus: both must be accepted, or both not, else a person looks; so too for 16-plus of an unclear kind. Secure provision "
                + "(24, 57) and schools without a phase need a person. Anything else fails.").formatted(listed());
    }

    private static Set<Setting> possible(SchoolFacts school) {
        if (SECURE_16_TO_19.equals(school.typeCode()) || SECURE_UNIT.equals(school.typeCode())) {
            return Set.of();
        }
        if (SPECIAL_POST_16.equals(school.typeCode())) {
            return EnumSet.of(Setting.SPECIAL, Setting.OTHER_SIXTEEN_PLUS);
        }
        // The type speaks before the phase: most special schools and alternative provision carry no phase at all.
        if (school.provision() == Provision.SPECIAL) {
            return Set.of(Setting.SPECIAL);
        }
        if (school.provision() == Provision.ALTERNATIVE_PROVISION) {
            return Set.of(Setting.ALTERNATIVE_PROVISION);
        }
        if (school.provision() == Provision.COLLEGE || school.phase() == Phase.SIXTEEN_PLUS || SIXTH_FORM_TYPES.contains(school.typeCode())) {
            return sixteenPlus(school);
        }
        return switch (school.phase()) {
            case NURSERY -> Set.of(Setting.NURSERY);
            case PRIMARY -> Set.of(Setting.PRIMARY);
            case SECONDARY -> Set.of(Setting.SECONDARY);
            case ALL_THROUGH -> Set.of(Setting.ALL_THROUGH);
            case SIXTEEN_PLUS, NOT_APPLICABLE -> Set.of();
        };
    }

    private static Set<Setting> sixteenPlus(SchoolFacts school) {
        if (SIXTH_FORM_TYPES.contains(school.typeCode())) {
            return Set.of(Setting.SIXTH_FORM_COLLEGE);
        }
        String kind = school.furtherEducationType() == null ? "" : school.furtherEducationType().trim().toLowerCase(Locale.UK);
        if (!FURTHER_EDUCATION.equals(school.typeCode()) || kind.isEmpty() || kind.equals("not applicable")) {
            return EnumSet.of(Setting.SIXTH_FORM_COLLEGE, Setting.OTHER_SIXTEEN_PLUS);
        }
        return Set.of(kind.contains("sixth form college") ? Setting.SIXTH_FORM_COLLEGE : Setting.OTHER_SIXTEEN_PLUS);
    }

    private static Evidence fact(SchoolFacts school) {
        String further = school.furtherEducationType() == null ? "" : ", further education type " + school.furtherEducationType();
        return school.fact("Phase %s, provision %s, type of establishment %s%s".formatted(school.phase(), school.provision(), school.typeCode(), further));
    }

    private static String either(Set<Setting> settings) {
        return settings.stream().sorted().map(Setting::plural).collect(Collectors.joining(" or "));
    }

    private String listed() {
        return accepted.stream().sorted().map(Setting::plural).collect(Collectors.joining(", "));
    }
}
