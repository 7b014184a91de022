package org.schoolhubs.support.plans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** What is overdue, across plans. */
@Path("/v1/overdue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support plans")
class OverdueResource {
    private final PlanService plans;

    OverdueResource(PlanService plans) {
        this.plans = plans;
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listOverdueActivities", summary = "List overdue activities",
            description = "Open activities of active plans whose due date is past, across plans. The programme team, the Department and auditors see all, "
                    + "a school those of the hubs it leads. They become overdue with the day, not by a change: `updatedSince` tells changes only.")
    @APIResponse(responseCode = "200", description = "A page of overdue activities")
    public Page<OverdueActivity> list(@Valid @BeanParam PageRequest page) {
        return plans.overdue(page);
    }
}
