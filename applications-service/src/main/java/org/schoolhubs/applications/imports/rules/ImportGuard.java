package org.schoolhubs.applications.imports.rules;

/**
 * How many schools a file may close or take to another trust by itself. More than that is rather a fault of the file than the life of schools, so a person
 * looks at it first. The first fill of a register is not guarded.
 *
 * @param openBefore open schools of the register before the import
 * @param share      part of them that is too much, 0 to 1
 * @param atLeast    never fewer than so many: a small register changes by jumps
 */
public record ImportGuard(long openBefore, double share, long atLeast) {
    /** @throws IllegalArgumentException for a share that is none or numbers below zero */
    public ImportGuard {
        if (share < 0 || share > 1 || openBefore < 0 || atLeast < 0) {
            throw new IllegalArgumentException("A share is 0 to 1, a number of schools 0 or more.");
        }
    }

    /** The largest number of closures and moves that goes in by itself. */
    public long limit() {
        return Math.max(atLeast, (long) Math.floor(openBefore * share));
    }

    /**
     * Whether a person must confirm.
     *
     * @param closedOrMoved what the file would close or take to another trust
     * @param confirmed     what a person has confirmed already, 0 for nothing
     */
    public boolean stops(long closedOrMoved, long confirmed) {
        return openBefore > 0 && closedOrMoved > Math.max(limit(), confirmed);
    }
}
