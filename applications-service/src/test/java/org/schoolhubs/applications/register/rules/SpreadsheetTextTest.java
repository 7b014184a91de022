package org.schoolhubs.applications.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+44,'''+44'", "-5,'''-5'", "@x,'''@x'", "100049,100049", "a=b,a=b", "'',''"})
    void aValueThatASpreadsheetWouldCalculateIsNeutralised(String value, String neutral) {
        assertThat(SpreadsheetText.neutralise(value)).isEqualTo(neutral);
    }
}
