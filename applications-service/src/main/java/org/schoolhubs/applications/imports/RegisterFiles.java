package org.schoolhubs.applications.imports;

import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;

/** The kinds of file that the service understands. */
final class RegisterFiles {
    private RegisterFiles() {
    }

    static RegisterFile of(ImportKind kind, List<RegisterFile> files) {
        return files.stream().filter(candidate -> candidate.kind() == kind).findFirst().orElseThrow();
    }

    /** @throws RefusedFile when columns are missing: names them, or the kind whose header this is */
    static void requireColumns(RegisterFile file, Columns columns, List<RegisterFile> files) throws RefusedFile {
        var missing = file.missingColumns(columns);
        if (missing.isEmpty()) {
            return;
        }
        for (var other : files) {
            if (other != file && other.missingColumns(columns).isEmpty()) {
                throw new RefusedFile("file-of-another-kind", "This has the header of a file of kind " + other.kind().parameter() + ", not " + file.kind().parameter()
                        + ". Nothing was changed: send it as what it is.");
            }
        }
        var separator = columns.otherSeparator();
        if (separator.isPresent()) {
            throw new RefusedFile("column-missing", "The columns are separated by " + separator.get() + ". Nothing was changed: save the file with commas.");
        }
        throw new RefusedFile("column-missing", "The file lacks " + (missing.size() == 1 ? "the column \"" : "the columns \"")
                + String.join("\", \"", missing) + "\". Nothing was changed.");
    }
}
