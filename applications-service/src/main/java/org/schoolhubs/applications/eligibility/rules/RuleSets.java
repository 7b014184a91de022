package org.schoolhubs.applications.eligibility.rules;

import static org.schoolhubs.applications.eligibility.rules.OverallGrade.GOOD;
import static org.schoolhubs.applications.eligibility.rules.OverallGrade.INADEQUATE;
import static org.schoolhubs.applications.eligibility.rules.OverallGrade.REQUIRES_IMPROVEMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rule sets in force, by programme and pathway, for pathways that a school applies to by itself. */
public final class RuleSets {
    /** Behaviour Hubs, both streams for schools: the published criteria for partner schools. */
    static final RuleSet BEHAVIOUR_HUBS_SCHOOL = new RuleSet("behaviour-hubs-partner-school", 1, List.of(
            new InEnglandRule(), new StateFundedRule(), new OpenRule(),
            new SettingRule(EnumSet.of(Setting.PRIMARY, Setting.SECONDARY, Setting.ALL_THROUGH, Setting.SIXTH_FORM_COLLEGE, Setting.SPECIAL,
                    Setting.ALTERNATIVE_PROVISION)),
            new OverallGradeRule(Set.of(GOOD, REQUIRES_IMPROVEMENT, INADEQUATE))));

    /** Attendance hubs: all state-funded schools below 16 plus, whatever the inspectors said. */
    static final RuleSet ATTENDANCE_SCHOOL = new RuleSet("attendance-hubs-partner-school", 1, List.of(
            new InEnglandRule(), new StateFundedRule(), new OpenRule(),
            new SettingRule(EnumSet.of(Setting.PRIMARY, Setting.SECONDARY, Setting.ALL_THROUGH, Setting.SPECIAL, Setting.ALTERNATIVE_PROVISION))));

    /** Behaviour and attendance hubs, regional: every state-funded school, 16 plus included. */
    static final RuleSet REGIONAL_SCHOOL = new RuleSet("behaviour-and-attendance-hubs-regional", 1, List.of(
            new InEnglandRule(), new StateFundedRule(), new OpenRule(), new SettingRule(EnumSet.allOf(Setting.class))));

    private static final Map<String, RuleSet> IN_FORCE = Map.of(
            "behaviour-hubs/core", BEHAVIOUR_HUBS_SCHOOL,
            "behaviour-hubs/extended", BEHAVIOUR_HUBS_SCHOOL,
            "attendance-hubs/attendance", ATTENDANCE_SCHOOL,
            "behaviour-and-attendance-hubs/regional", REGIONAL_SCHOOL);

    private RuleSets() {
    }

    /** The rule set by which a school is judged for a pathway; empty for pathways of trusts and for those that the Department selects for. */
    public static Optional<RuleSet> find(String programme, String pathway) {
        return Optional.ofNullable(IN_FORCE.get(programme + "/" + pathway));
    }
}
