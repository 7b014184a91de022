package org.schoolhubs.applications.imports;

/** A file of links is the whole of them: what it lacks has ended. One that lacks most of what the register has is taken for a part of a file. */
final class FullFile {
    private static final long ALWAYS_ALLOWED = 20;

    private FullFile() {
    }

    /**
     * @param before how many the register has
     * @param ended  how many of them the file lacks
     * @param what   what they are, for people
     * @throws RefusedFile {@code file-incomplete} where more than half would end, and more than {@value #ALWAYS_ALLOWED}
     */
    static void require(long before, long ended, String what) throws RefusedFile {
        if (ended > ALWAYS_ALLOWED && ended * 2 > before) {
            throw new RefusedFile("file-incomplete", "The file lacks %d of the %d %s that the register has, so it is taken for a part of a file. Nothing was changed."
                    .formatted(ended, before, what));
        }
    }
}
