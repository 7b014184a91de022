package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;

/** Facts of a school that the generic rules may look at. */
public enum Fact {
    PHASE("phase", "phase of education", names(Phase.values()), school -> school.phase().name()),
    PROVISION("provision", "provision", names(Provision.values()), school -> school.provision().name()),
    REGION("region", "region", "[A-Z]", SchoolFacts::region),
    LA_CODE("laCode", "local authority", "[0-9]{3}", SchoolFacts::laCode),
    TYPE_CODE("typeCode", "type of establishment", "[1-9][0-9]?", SchoolFacts::typeCode),
    TYPE_GROUP_CODE("typeGroupCode", "group of types of establishment", "[1-9][0-9]?", SchoolFacts::typeGroupCode),
    FURTHER_EDUCATION_TYPE("furtherEducationType", "further education type", "\\S.{0,99}", SchoolFacts::furtherEducationType),
    URBAN_RURAL("urbanRural", "urban or rural code", "[A-Z0-9]{2,4}", SchoolFacts::urbanRural),
    TRUST_UID("trustUid", "trust", "[1-9][0-9]{0,5}", SchoolFacts::trustUid),
    PUPILS("pupils", "number of pupils", school -> school.pupils() == null ? null : BigDecimal.valueOf(school.pupils())),
    PERCENT_FSM("percentFsm", "percentage of pupils eligible for free school meals", SchoolFacts::percentFsm);

    private final String code;
    private final String title;
    private final Pattern form;
    private final Function<SchoolFacts, String> text;
    private final Function<SchoolFacts, BigDecimal> number;

    Fact(String code, String title, String form, Function<SchoolFacts, String> text) {
        this.code = code;
        this.title = title;
        this.form = Pattern.compile(form);
        this.text = text;
        this.number = null;
    }

    Fact(String code, String title, Function<SchoolFacts, BigDecimal> number) {
        this.code = code;
        this.title = title;
        this.form = null;
        this.text = null;
        this.number = number;
    }

    /** As rule sets write it. */
    public String code() {
        return code;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Whether it is a number, for {@code fact-between}; else it is text, for {@code fact-is-one-of}. */
    public boolean isNumber() {
        return number != null;
    }

    boolean canBe(String value) {
        return value != null && form.matcher(value).matches();
    }

    /** Empty where the register does not say. */
    Optional<String> textOf(SchoolFacts school) {
        return Optional.ofNullable(text.apply(school));
    }

    /** Empty where the register does not say. */
    Optional<BigDecimal> numberOf(SchoolFacts school) {
        return Optional.ofNullable(number.apply(school));
    }

    /** The fact of that code. */
    public static Optional<Fact> of(String code) {
        return Arrays.stream(values()).filter(fact -> fact.code.equals(code)).findFirst();
    }

    static String codes(boolean numbers) {
        return Arrays.stream(values()).filter(fact -> fact.isNumber() == numbers).map(Fact::code).collect(Collectors.joining(", "));
    }

    private static String names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.joining("|"));
    }
}
