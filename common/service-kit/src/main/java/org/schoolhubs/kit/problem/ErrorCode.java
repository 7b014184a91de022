package org.schoolhubs.kit.problem;

/**
 * An entry of a service's catalogue of refusals. Implemented by enums; the code is stable once published, third parties branch on it.
 */
public interface ErrorCode {
    /** Stable, kebab-case. */
    String code();

    /** HTTP status, 400 to 599. */
    int status();

    /** What is wrong, in a few words, the same for every occurrence. */
    String title();
}
