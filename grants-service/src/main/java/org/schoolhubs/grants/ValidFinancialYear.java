package org.schoolhubs.grants;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.schoolhubs.kernel.FinancialYear;

/** A financial year as it is written: {@code 2026/27}, the second number following the first. Null is valid. */
@Constraint(validatedBy = ValidFinancialYear.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidFinancialYear {
    String message() default "A financial year is written 2026/27.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the kernel. */
    class Validator implements ConstraintValidator<ValidFinancialYear, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                FinancialYear.parse(text);
                return true;
            } catch (IllegalArgumentException wrong) {
                return false;
            }
        }
    }
}
