package org.schoolhubs.applications.eligibility.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;

/** Whether the programme is for schools of this phase or provision. */
record SettingRule(Set<Setting> accepted) implements Rule {
    /** Sixth form centres, free schools 16 to 19, academies 16 to 19 converter and sponsor led. Type 18 needs its further education type besides. */
    private static final Set<String> SIXTH_FORM_TYPES = Set.of("31", "39", "45", "46");
    private static final String FURTHER_EDUCATION = "18";
    /** Special post-16 institutions: colleges to some readers, special provision to the Department's own lists. */
    private static final String SPECIAL_POST_16 = "32";
    /** Academies secure 16 to 19: secure provision for young people in custody, named by no programme. */
    private static final String SECURE_16_TO_19 = "57";

    @Override
    public String id() {
        return "phase-or-provision";
    }

    @Override
    public RuleResult check(SchoolFacts school, List<InspectionEvidence> inspections) {
        Optional<Setting> setting = settingOf(school);
        if (setting.isEmpty()) {
            return RuleResult.review(id(), "The register does not say clearly enough which phase or provision this is, so a person must look.", fact(school));
        }
        String sentence = "The programme is for " + listed() + ". This is one of the " + setting.get().plural();
        return accepted.contains(setting.get())
                ? RuleResult.pass(id(), sentence + ".", fact(school))
                : RuleResult.fail(id(), sentence + ", which it does not take.", fact(school));
    }

    private static Optional<Setting> settingOf(SchoolFacts school) {
        if (SECURE_16_TO_19.equals(school.typeCode())) {
            return Optional.empty();
        }
        // The type speaks before the phase: most special schools and alternative provision carry no phase at all.
        if (school.provision() == Provision.SPECIAL || SPECIAL_POST_16.equals(school.typeCode())) {
            return Optional.of(Setting.SPECIAL);
        }
        if (school.provision() == Provision.ALTERNATIVE_PROVISION) {
            return Optional.of(Setting.ALTERNATIVE_PROVISION);
        }
        if (school.provision() == Provision.COLLEGE || school.phase() == Phase.SIXTEEN_PLUS || SIXTH_FORM_TYPES.contains(school.typeCode())) {
            return sixteenPlus(school);
        }
        return switch (school.phase()) {
            case NURSERY -> Optional.of(Setting.NURSERY);
            case PRIMARY -> Optional.of(Setting.PRIMARY);
            case SECONDARY -> Optional.of(Setting.SECONDARY);
            case ALL_THROUGH -> Optional.of(Setting.ALL_THROUGH);
            case SIXTEEN_PLUS, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static Optional<Setting> sixteenPlus(SchoolFacts school) {
        if (SIXTH_FORM_TYPES.contains(school.typeCode())) {
            return Optional.of(Setting.SIXTH_FORM_COLLEGE);
        }
        String kind = school.furtherEducationType() == null ? "" : school.furtherEducationType().trim().toLowerCase(Locale.UK);
        if (!FURTHER_EDUCATION.equals(school.typeCode()) || kind.isEmpty() || kind.equals("not applicable")) {
            return Optional.empty();
        }
        return Optional.of(kind.contains("sixth form college") ? Setting.SIXTH_FORM_COLLEGE : Setting.OTHER_SIXTEEN_PLUS);
    }

    private static Evidence fact(SchoolFacts school) {
        String further = school.furtherEducationType() == null ? "" : ", further education type " + school.furtherEducationType();
        return school.fact("Phase %s, provision %s, type of establishment %s%s".formatted(school.phase(), school.provision(), school.typeCode(), further));
    }

    private String listed() {
        return accepted.stream().sorted().map(Setting::plural).collect(Collectors.joining(", "));
    }
}
