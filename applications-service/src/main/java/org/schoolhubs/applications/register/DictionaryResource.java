package org.schoolhubs.applications.register;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the register's fields and codes mean, over HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register")
class DictionaryResource {
    @GET
    @Path("/data-dictionary")
    @Authenticated
    @Operation(operationId = "getDataDictionary", summary = "Read what the fields mean", description = "Every field of schools and trusts: type, meaning, "
            + "column of the source, "
            + "code list, whether it may be missing. In the order of the columns of the extract of schools. Open to every role.")
    @APIResponse(responseCode = "200", description = "The data dictionary")
    public DataDictionaryView dictionary() {
        return new DataDictionaryView(SchoolList.EXTRACT.dictionary(), TrustAnswers.EXTRACT.dictionary());
    }

    @GET
    @Path("/reference-data")
    @Authenticated
    @Operation(operationId = "getReferenceData", summary = "Read the code lists", description = "Phases, provisions, types, type groups, regions, "
            + "statuses and group types with "
            + "their codes and names. Open to every role.")
    @APIResponse(responseCode = "200", description = "The code lists")
    public ReferenceData referenceData() {
        return ReferenceData.ALL;
    }
}
