package org.schoolhubs.kit.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that answers a POST: it needs an {@code Idempotency-Key} (8 to 128 printable characters), runs in one transaction together with the
 * record of its answer, and gives that answer again when the same caller repeats the same request. Scoped by caller and operation (method and path).
 *
 * <ul><li>400 {@code idempotency-key-missing}, {@code idempotency-key-invalid}</li>
 * <li>409 {@code idempotency-in-progress} while the first one is still running</li>
 * <li>422 {@code idempotency-key-reused} with another body</li></ul>
 * A request that was refused leaves no record: it may be corrected and sent again with the same key.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
}
