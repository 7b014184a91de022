package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes rules of their definitions, or says everything that is wrong with them. */
final class RuleReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;
    private static final int MOST_RULES = 30;
    private static final int MOST_VALUES = 400;
    private static final int MOST_SCHOOLS = 100;

    private final List<Fault> faults = new ArrayList<>();

    /** What is wrong, in the order of the definitions; empty if nothing is. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Rule<SchoolFacts>> forSchools(List<RuleDefinition> definitions) {
        return read("", definitions, SubjectKind.SCHOOL, this::schoolRule);
    }

    List<Rule<TrustFacts>> forTrusts(List<RuleDefinition> definitions) {
        return read("", definitions, SubjectKind.TRUST, this::trustRule);
    }

    /** Makes one rule of a definition whose parameters are complete; empty where a value is impossible, which is noted then. */
    private interface Maker<F> {
        Optional<Rule<F>> make(String at, RuleKind kind, RuleDefinition definition);
    }

    private <F> List<Rule<F>> read(String at, List<RuleDefinition> definitions, SubjectKind subject, Maker<F> maker) {
        if (definitions == null || definitions.isEmpty()) {
            fault(at, "rules-missing", "Name at least one rule.");
            return List.of();
        }
        if (definitions.size() > MOST_RULES) {
            fault(at, "too-many-rules", "Name at most %d rules.".formatted(MOST_RULES));
            return List.of();
        }
        List<Rule<F>> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            RuleDefinition definition = definitions.get(i);
            checkId(at + "/" + i, definition.id(), ids);
            one(at + "/" + i, definition, subject, maker).ifPresent(rules::add);
        }
        return rules;
    }

    private <F> Optional<Rule<F>> one(String at, RuleDefinition definition, SubjectKind subject, Maker<F> maker) {
        Optional<RuleKind> kind = RuleKind.of(definition.kind());
        if (kind.isEmpty()) {
            fault(at + "/kind", "unknown-kind", "One of " + RuleKind.codes(subject) + ".");
            return Optional.empty();
        }
        if (kind.get().subject() != subject) {
            fault(at + "/kind", "kind-misplaced", "This kind of rule is about %ss. Here: one of %s."
                    .formatted(kind.get().subject().name().toLowerCase(Locale.ROOT), RuleKind.codes(subject)));
            return Optional.empty();
        }
        return parametersFit(at, kind.get(), definition) ? maker.make(at, kind.get(), definition) : Optional.empty();
    }

    private void checkId(String at, String id, Set<String> ids) {
        if (id == null || id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            fault(at + "/id", "id-invalid", "Use lower-case letters, digits and single hyphens, %d at most.".formatted(LONGEST_ID));
        } else if (!ids.add(id)) {
            fault(at + "/id", "id-twice", "Another rule of this list has this id.");
        }
    }

    private boolean parametersFit(String at, RuleKind kind, RuleDefinition definition) {
        int before = faults.size();
        for (RuleKind.Parameter parameter : RuleKind.Parameter.values()) {
            boolean given = parameter.isGivenBy(definition);
            if (kind.requires(parameter) && !given) {
                fault(at + "/" + parameter.field(), "parameter-missing", "A rule of kind %s needs it.".formatted(kind.code()));
            } else if (given && !kind.takes(parameter)) {
                fault(at + "/" + parameter.field(), "parameter-needless", "A rule of kind %s takes %s.".formatted(kind.code(),
                        kind.parameters().isEmpty() ? "no parameter" : "only " + kind.parameters()));
            }
        }
        return faults.size() == before;
    }

    private Optional<Rule<SchoolFacts>> schoolRule(String at, RuleKind kind, RuleDefinition rule) {
        return switch (kind) {
            case IN_ENGLAND -> Optional.of(new InEnglandRule(rule.id()));
            case STATE_FUNDED -> Optional.of(new StateFundedRule(rule.id()));
            case OPEN -> Optional.of(new OpenRule(rule.id()));
            case PHASE_OR_PROVISION -> values(at, rule, Setting.class).map(accepted -> new SettingRule(rule.id(), accepted));
            case OVERALL_GRADE -> values(at, rule, OverallGrade.class).map(accepted -> new OverallGradeRule(rule.id(), accepted));
            case SHOWS_INSPECTIONS -> Optional.of(new InspectionsShownRule(rule.id()));
            case ON_SELECTION_LIST -> Optional.of(new OnSelectionListRule(rule.id()));
            case ATTENDANCE_DATA_SHARING -> Optional.of(new AttendanceDataSharingRule(rule.id(), rule.since()));
            case FACT_IS_ONE_OF -> factIsOneOf(at, rule);
            case FACT_BETWEEN -> factBetween(at, rule);
            case TRUST_TYPE, TRUST_OPEN, NAMED_SCHOOLS_OF_TRUST, TRUST_HAS_ELIGIBLE_SCHOOL -> throw new IllegalArgumentException(kind + " is about trusts");
        };
    }

    private Optional<Rule<TrustFacts>> trustRule(String at, RuleKind kind, RuleDefinition rule) {
        return switch (kind) {
            case TRUST_TYPE -> values(at, rule, TrustType.class).map(accepted -> new TrustTypeRule(rule.id(), accepted));
            case TRUST_OPEN -> Optional.of(new TrustOpenRule(rule.id()));
            case NAMED_SCHOOLS_OF_TRUST -> Optional.of(new NamedSchoolsRule(rule.id()));
            case TRUST_HAS_ELIGIBLE_SCHOOL -> eligibleSchool(at, rule);
            default -> throw new IllegalArgumentException(kind + " is about schools");
        };
    }

    private Optional<Rule<TrustFacts>> eligibleSchool(String at, RuleDefinition rule) {
        int before = faults.size();
        if (rule.atLeast() < 1 || rule.atLeast() > MOST_SCHOOLS) {
            fault(at + "/atLeast", "impossible-value", "From 1 to %d schools.".formatted(MOST_SCHOOLS));
        }
        List<Rule<SchoolFacts>> rules = read(at + "/schoolRules", rule.schoolRules(), SubjectKind.SCHOOL, this::schoolRule);
        return faults.size() == before ? Optional.of(new EligibleSchoolRule(rule.id(), rule.atLeast(), rules)) : Optional.empty();
    }

    private Optional<Rule<SchoolFacts>> factIsOneOf(String at, RuleDefinition rule) {
        Optional<Fact> fact = fact(at, rule, false);
        int before = faults.size();
        checkOtherwise(at, rule);
        checkSize(at, rule);
        for (int i = 0; fact.isPresent() && i < rule.accepts().size(); i++) {
            if (!fact.get().canBe(rule.accepts().get(i))) {
                fault(at + "/accepts/" + i, "impossible-value", "The %s can never be this.".formatted(fact.get().title()));
            }
        }
        return fact.isPresent() && faults.size() == before ? Optional.of(new FactIsOneOfRule(rule.id(), fact.get(), rule.accepts(), rule.otherwise()))
                : Optional.empty();
    }

    private Optional<Rule<SchoolFacts>> factBetween(String at, RuleDefinition rule) {
        Optional<Fact> fact = fact(at, rule, true);
        int before = faults.size();
        checkOtherwise(at, rule);
        if (rule.from() == null && rule.to() == null) {
            fault(at + "/from", "parameter-missing", "Give from, to, or both.");
        }
        if (rule.from() != null && rule.to() != null && rule.from().compareTo(rule.to()) > 0) {
            fault(at + "/to", "impossible-value", "Must not be less than from.");
        }
        checkBound(at + "/from", rule.from());
        checkBound(at + "/to", rule.to());
        return fact.isPresent() && faults.size() == before ? Optional.of(new FactBetweenRule(rule.id(), fact.get(), rule.from(), rule.to(), rule.otherwise()))
                : Optional.empty();
    }

    private void checkBound(String at, BigDecimal bound) {
        if (bound != null && bound.signum() < 0) {
            fault(at, "impossible-value", "No number of the register is below zero.");
        }
    }

    private Optional<Fact> fact(String at, RuleDefinition rule, boolean number) {
        Optional<Fact> fact = Fact.of(rule.fact()).filter(one -> one.isNumber() == number);
        if (fact.isEmpty()) {
            fault(at + "/fact", "unknown-fact", "One of " + Fact.codes(number) + ".");
        }
        return fact;
    }

    private void checkOtherwise(String at, RuleDefinition rule) {
        if (rule.otherwise() != RuleOutcome.FAIL && rule.otherwise() != RuleOutcome.REVIEW) {
            fault(at + "/otherwise", "impossible-value", "FAIL or REVIEW.");
        }
    }

    private void checkSize(String at, RuleDefinition rule) {
        if (rule.accepts().isEmpty() || rule.accepts().size() > MOST_VALUES) {
            fault(at + "/accepts", "impossible-value", "From 1 to %d values.".formatted(MOST_VALUES));
        }
    }

    private <E extends Enum<E>> Optional<Set<E>> values(String at, RuleDefinition rule, Class<E> type) {
        int before = faults.size();
        checkSize(at, rule);
        Set<E> found = EnumSet.noneOf(type);
        Function<String, Optional<E>> named = name -> Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst();
        for (int i = 0; i < rule.accepts().size(); i++) {
            Optional<E> value = named.apply(rule.accepts().get(i));
            if (value.isEmpty() || !found.add(value.get())) {
                fault(at + "/accepts/" + i, "impossible-value", "One of %s, each once."
                        .formatted(Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
            }
        }
        return faults.size() == before ? Optional.of(found) : Optional.empty();
    }

    private void fault(String pointer, String code, String advice) {
        faults.add(new Fault(pointer, code, advice));
    }
}
