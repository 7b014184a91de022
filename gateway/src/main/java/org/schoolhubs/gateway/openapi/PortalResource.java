package org.schoolhubs.gateway.openapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The developer portal: one page. */
@Path("/")
@PermitAll
class PortalResource {
    private final Documents documents;
    private final String issuer;

    PortalResource(Documents documents, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.documents = documents;
        this.issuer = issuer;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.portal(issuer, documents.names());
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance portal(String issuer, List<String> services);
    }
}
