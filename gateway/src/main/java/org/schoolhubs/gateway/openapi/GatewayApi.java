package org.schoolhubs.gateway.openapi;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Head of the gateway's own document. */
@OpenAPIDefinition(
        info = @Info(title = "School Hubs: gateway", version = "1.0.0", description = "What the gateway answers itself.",
                license = @License(name = "MIT", identifier = "MIT")),
        tags = {@Tag(name = "Caller", description = "Who is asking"), @Tag(name = "Journeys", description = "One application across all services"),
                @Tag(name = "Documents", description = "OpenAPI documents")})
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT",
        description = "Access token of our issuer, audience school-hubs.")
public class GatewayApi extends Application {
}
