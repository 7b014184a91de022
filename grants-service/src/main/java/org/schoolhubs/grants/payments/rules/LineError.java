package org.schoolhubs.grants.payments.rules;

/**
 * What is wrong with a line of a result file.
 *
 * @param line   line in the file, 0 for what concerns the file as a whole
 * @param code   stable, kebab-case
 * @param detail what is wrong and what to do
 */
public record LineError(long line, String code, String detail) {
}
