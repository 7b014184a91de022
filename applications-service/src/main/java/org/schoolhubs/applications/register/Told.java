package org.schoolhubs.applications.register;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a field of a view comes from; read into the data dictionary. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Told {
    /** Column of the source's file. */
    String by();

    /** The list of {@code GET /v1/reference-data} that its codes stand in; empty for none. */
    String codes() default "";
}
