package org.schoolhubs.applications.eligibility.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds of rules that a rule set may be made of. A new programme needs code only where it needs a new kind. */
public enum RuleKind {
    IN_ENGLAND("in-england", SubjectKind.SCHOOL, Set.of(), "The school is in England."),
    STATE_FUNDED("state-funded", SubjectKind.SCHOOL, Set.of(), "The school is of a state-funded type."),
    OPEN("open", SubjectKind.SCHOOL, Set.of(), "The school is open."),
    PHASE_OR_PROVISION("phase-or-provision", SubjectKind.SCHOOL, Set.of(Parameter.ACCEPTS), "The school is of an accepted phase or provision."),
    OVERALL_GRADE("overall-grade", SubjectKind.SCHOOL, Set.of(Parameter.ACCEPTS), "Ofsted's overall grade of the school stands and is an accepted one."),
    SHOWS_INSPECTIONS("shows-inspections", SubjectKind.SCHOOL, Set.of(), "Lays out the inspections of the school; decides nothing."),
    ON_SELECTION_LIST("on-selection-list", SubjectKind.SCHOOL, Set.of(), "The Department selected the school."),
    ATTENDANCE_DATA_SHARING("attendance-data-sharing", SubjectKind.SCHOOL, Set.of(Parameter.SINCE),
            "The school shares its daily attendance data: a condition before the day it became a duty, only shown from then on."),
    FACT_IS_ONE_OF("fact-is-one-of", SubjectKind.SCHOOL, Set.of(Parameter.FACT, Parameter.ACCEPTS, Parameter.OTHERWISE), "A fact of the register is an accepted one."),
    FACT_BETWEEN("fact-between", SubjectKind.SCHOOL, Set.of(Parameter.FACT, Parameter.OTHERWISE), Set.of(Parameter.FROM, Parameter.TO),
            "A number of the register lies between two bounds, both included."),
    TRUST_TYPE("trust-type", SubjectKind.TRUST, Set.of(Parameter.ACCEPTS), "The trust is of an accepted type."),
    TRUST_OPEN("trust-open", SubjectKind.TRUST, Set.of(), "The trust operates."),
    NAMED_SCHOOLS_OF_TRUST("named-schools-of-trust", SubjectKind.TRUST, Set.of(), "Every school that was named belongs to the trust."),
    TRUST_HAS_ELIGIBLE_SCHOOL("trust-has-eligible-school", SubjectKind.TRUST, Set.of(Parameter.AT_LEAST, Parameter.SCHOOL_RULES),
            "So many of the trust's schools pass rules of their own.");

    private final String code;
    private final SubjectKind subject;
    private final Set<Parameter> required;
    private final Set<Parameter> optional;
    private final String meaning;

    RuleKind(String code, SubjectKind subject, Set<Parameter> required, String meaning) {
        this(code, subject, required, Set.of(), meaning);
    }

    RuleKind(String code, SubjectKind subject, Set<Parameter> required, Set<Parameter> optional, String meaning) {
        this.code = code;
        this.subject = subject;
        this.required = required;
        this.optional = optional;
        this.meaning = meaning;
    }

    /** As rule sets write it. */
    public String code() {
        return code;
    }

    /** Of whom it speaks. */
    public SubjectKind subject() {
        return subject;
    }

    /** In plain English. */
    public String meaning() {
        return meaning;
    }

    /** Names of the parameters that it takes, as rule sets write them, in the order of a definition. */
    public String parameters() {
        return Arrays.stream(Parameter.values()).filter(one -> required.contains(one) || optional.contains(one)).map(Parameter::field)
                .collect(Collectors.joining(", "));
    }

    boolean requires(Parameter parameter) {
        return required.contains(parameter);
    }

    boolean takes(Parameter parameter) {
        return required.contains(parameter) || optional.contains(parameter);
    }

    /** The kind of that code. */
    public static Optional<RuleKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static String codes(SubjectKind subject) {
        return Arrays.stream(values()).filter(kind -> kind.subject == subject).map(RuleKind::code).collect(Collectors.joining(", "));
    }

    /** What a definition may say besides id and kind. */
    enum Parameter {
        ACCEPTS("accepts", RuleDefinition::accepts), FACT("fact", RuleDefinition::fact), FROM("from", RuleDefinition::from), TO("to", RuleDefinition::to),
        OTHERWISE("otherwise", RuleDefinition::otherwise), SINCE("since", RuleDefinition::since), AT_LEAST("atLeast", RuleDefinition::atLeast),
        SCHOOL_RULES("schoolRules", RuleDefinition::schoolRules);

        private final String field;
        private final Predicate<RuleDefinition> given;

        Parameter(String field, Function<RuleDefinition, Object> value) {
            this.field = field;
            this.given = definition -> value.apply(definition) != null;
        }

        String field() {
            return field;
        }

        boolean isGivenBy(RuleDefinition definition) {
            return given.test(definition);
        }
    }
}
