package org.schoolhubs.applications.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            st marys                | 'st':* & 'marys':*
            St. Mary\u2019s         | 'st':* & 'marys':*
            Zo\u00eb                | 'zoe':*
            Zoe\u0308               | 'zoe':*
            St Mary\u00b4s          | 'st':* & 'marys':*
            \uff33\uff34 \ufb01eld    | 'st':* & 'field':*
            the church of england   | 'church':* & 'england':*
            C of E primary          | 'cofe':* & 'primary':*
            C.E. primary            | 'ce':* & 'primary':*
            R.C.                    | 'rc':*
            Boys & Girls            | 'boys':* & 'girls':*
            boys and girls          | 'boys':* & 'girls':*
            high high               | 'high':*
            of the                  | 'of':* & 'the':*
            '); drop table school   | 'drop':* & 'table':* & 'school':*
            """)
    void everyWordMayBeTheBeginningOfOne(String typed, String query) {
        assertThat(SearchText.query(typed)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!", "''", "%_"})
    void whereThereIsNoLetterNothingCanBeSearchedFor(String typed) {
        assertThat(SearchText.query(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NW3 2BQ,NW3,NW32BQ", "nw32bq,NW3,NW32BQ", " sw1a 1AA ,SW1A,SW1A1AA", "n1 1aa,N1,N11AA", "NW3,NW3,", "n 1,N1,", "EC1A,EC1A,"})
    void aPostcodeIsReadHoweverItIsTyped(String typed, String outward, String whole) {
        assertThat(Postcode.parse(typed)).contains(new Postcode(outward, whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NW", "3NW", "NW3 2", "NW3 2BQX", "NW3-2BQ", "London"})
    void whatIsNoPostcodeIsNotTakenForOne(String typed) {
        assertThat(Postcode.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"528159,184498,true", "80000,5000,true", "657000,658000,true", "79999,184498,false", "657001,184498,false", "528159,4999,false",
            "528159,658001,false",
        "0,0,false", "9999999,9999999,false"})
    void aPointIsInEnglandOrItIsNot(long easting, long northing, boolean inside) {
        assertThat(EnglishGrid.point(easting, northing).isPresent()).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "18", "34", "57"})
    void everyTypeHasAName(String code) {
        assertThat(GiasNames.TYPES).containsKey(code);
        assertThat(GiasNames.TYPES.keySet()).allMatch(GiasCodes::isType);
        for (int number = 0; number < 100; number++) {
            assertThat(GiasNames.TYPES.containsKey(String.valueOf(number))).isEqualTo(GiasCodes.isType(String.valueOf(number)));
            assertThat(GiasNames.TYPE_GROUPS.containsKey(String.valueOf(number))).isEqualTo(GiasCodes.isTypeGroup(String.valueOf(number)));
            assertThat(GiasNames.PHASES.containsKey(String.valueOf(number))).isEqualTo(GiasCodes.phase(String.valueOf(number)).isPresent());
        }
        assertThat(GiasNames.REGIONS.keySet()).allMatch(GiasCodes::isRegion).hasSize(11);
    }
}
