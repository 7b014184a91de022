package org.schoolhubs.applications.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;

class GiasCodesTest {
    @ParameterizedTest
    @CsvSource({"2,2", "02,2", "00,0", "0,0", " 7 ,7", "10,10", "A1,A1", "0A,0A"})
    void aCodeIsTheSameWithAndWithoutLeadingZeros(String written, String normal) {
        assertThat(GiasCodes.normalise(written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void noCodeIsNull(String blank) {
        assertThat(GiasCodes.normalise(blank)).isNull();
        assertThat(GiasCodes.normalise(null)).isNull();
        assertThat(GiasCodes.status(blank)).isEmpty();
        assertThat(GiasCodes.phase(blank)).isEmpty();
        assertThat(GiasCodes.isType(blank)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,OPEN,true", "2,CLOSED,false", "3,OPEN_PROPOSED_TO_CLOSE,true", "4,PROPOSED_TO_OPEN,false", "01,OPEN,true"})
    void aStatusSaysWhetherTheSchoolIsOpen(String code, SchoolStatus status, boolean open) {
        assertThat(GiasCodes.status(code)).contains(status);
        assertThat(status.isOpen()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"0,NOT_APPLICABLE", "1,NURSERY", "2,PRIMARY", "3,PRIMARY", "4,SECONDARY", "5,SECONDARY", "6,SIXTEEN_PLUS", "7,ALL_THROUGH", "04,SECONDARY"})
    void middleSchoolsAreWhatTheyAreDeemed(String code, Phase phase) {
        assertThat(GiasCodes.phase(code)).contains(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "1,4,MAINSTREAM", "01,4,MAINSTREAM", "34,10,MAINSTREAM", "28,10,MAINSTREAM", "35,11,MAINSTREAM", "40,10,MAINSTREAM", "15,4,MAINSTREAM",
        "7,5,SPECIAL", "07,5,SPECIAL", "8,5,SPECIAL", "10,3,SPECIAL", "12,5,SPECIAL", "32,1,SPECIAL", "33,10,SPECIAL", "36,11,SPECIAL", "44,10,SPECIAL",
        "14,4,ALTERNATIVE_PROVISION", "24,9,ALTERNATIVE_PROVISION", "38,11,ALTERNATIVE_PROVISION", "42,10,ALTERNATIVE_PROVISION", "43,10,ALTERNATIVE_PROVISION",
        "18,1,COLLEGE", "31,1,COLLEGE", "39,11,COLLEGE", "45,10,COLLEGE", "46,10,COLLEGE", "29,1,COLLEGE", "29,2,MAINSTREAM", "18,,COLLEGE"})
    void theTypeSaysWhatKindOfSettingItIs(String type, String group, Provision provision) {
        assertThat(GiasCodes.provision(type, group)).isEqualTo(provision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "9", "13", "16", "17", "19", "23", "50", "55", "58", "99", "X", "-1"})
    void typesThatGiasDoesNotListAreUnknown(String code) {
        assertThat(GiasCodes.isType(code)).isFalse();
    }

    @Test
    void regionsAndGroupsAreThoseOfGias() {
        assertThat("ABDEFGHJKWZ".chars().mapToObj(Character::toString)).allMatch(GiasCodes::isRegion);
        assertThat("CILMX".chars().mapToObj(Character::toString)).noneMatch(GiasCodes::isRegion);
        assertThat(GiasCodes.isTypeGroup("04")).isTrue();
        assertThat(GiasCodes.isTypeGroup("7")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"St Mary's School,st marys school", "St Mary\u2019s,st marys", "Café-École,cafe ecole", "  A   B  ,a b", "\u00C5ngstr\u00F6m,angstrom"})
    void namesAreComparedWithoutCaseAccentsAndPunctuation(String name, String folded) {
        assertThat(SearchText.fold(name)).isEqualTo(folded);
    }
}
