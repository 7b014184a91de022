package org.schoolhubs.applications.programmes.rules;

/**
 * What is wrong at one place.
 *
 * @param pointer JSON pointer into the request
 * @param code    kebab-case
 * @param detail  what to do instead
 */
public record Fault(String pointer, String code, String detail) {
}
