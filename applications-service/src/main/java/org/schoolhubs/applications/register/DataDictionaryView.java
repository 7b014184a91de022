package org.schoolhubs.applications.register;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every field of the register means. */
@Schema(name = "DataDictionary", description = "What every field of schools and trusts means, in the order of the extract's columns.")
record DataDictionaryView(List<DataFieldView> schools, List<DataFieldView> trusts) {
}
