package org.schoolhubs.kit.web;

import jakarta.ws.rs.core.Response;

/** Answers with their ETag and Location. The Location is a path: it holds behind the gateway as it does before the service. */
public final class Responses {
    private Responses() {
    }

    /** 200, with the ETag where the view is {@link Versioned}. */
    public static Response ok(Object view) {
        return tagged(Response.ok(view), view).build();
    }

    /** 201 with Location and ETag. */
    public static Response created(String path, Object view) {
        return tagged(Response.status(Response.Status.CREATED), view).header("Location", path).entity(view).build();
    }

    /** 202 with the Location of the resource that shows how the work goes. */
    public static Response accepted(String path, Object view) {
        return tagged(Response.accepted(view), view).header("Location", path).build();
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, Object view) {
        return view instanceof Versioned versioned ? response.header("ETag", Precondition.etag(versioned.version())) : response;
    }
}
