package org.schoolhubs.grants;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.schoolhubs.kernel.FinancialYear;

/** Keeps a financial year as it is written: {@code 2026/27}. */
@Converter(autoApply = true)
public class FinancialYearConverter implements AttributeConverter<FinancialYear, String> {
    @Override
    public String convertToDatabaseColumn(FinancialYear year) {
        return year == null ? null : year.toString();
    }

    @Override
    public FinancialYear convertToEntityAttribute(String text) {
        return text == null ? null : FinancialYear.parse(text);
    }
}
