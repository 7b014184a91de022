package org.schoolhubs.gateway.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes problems word for word as the services' documents do, so that all of them share one schema in the merged document. */
public class ProblemSchemas implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() != null) {
            document.getComponents().addSchema("FieldError", fieldError()).addSchema("Problem", problem());
        }
    }

    private static Schema problem() {
        return object("What went wrong and what to do (RFC 9457).")
                .addProperty("type", text("Identifies the kind of problem", "urn:school-hubs:problem:stale"))
                .addProperty("title", text("The same for every occurrence of this kind", "The resource has changed since you read it"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description("HTTP status").addExample(412))
                .addProperty("detail", text("What is wrong this time and what to do", "The resource is at ETag \"4\" by now."))
                .addProperty("instance", text("Path of the request", "/v1/plans/0199f0c8-0000-7000-8000-000000000001"))
                .addProperty("code", text("Stable code of the catalogue", "stale"))
                .addProperty("correlationId", text("Quote this when you ask for help", "9f0c8a52-7c1e-4a51-9d43-2f7e9a0f4d11"))
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).description("The places in the request that this is about")
                        .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .required(List.of("type", "title", "status", "detail", "code", "correlationId"));
    }

    private static Schema fieldError() {
        return object("A place in the request and what is wrong with it. One of pointer, parameter and header is set.")
                .addProperty("pointer", text("JSON pointer into the body", "/leaders/0/email"))
                .addProperty("parameter", text("Name of a query or path parameter", "limit"))
                .addProperty("header", text("Name of a request header", "If-Match"))
                .addProperty("code", text("Stable code", "email-invalid"))
                .addProperty("detail", text("What is wrong and what to do", "Give an e-mail address such as a.head@school.example."))
                .required(List.of("code", "detail"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description).addExample(example);
    }
}
