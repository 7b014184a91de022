package org.schoolhubs.applications.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A senior leader named in an application, or the person named in an expression of interest. Personal data: its text form hides it, so that no log line holds it. */
@Schema(description = "A senior leader named in an application, or the person named in an expression of interest.")
public record NamedLeader(
        @Schema(examples = "Asha Example") @NotBlank @Size(max = 120) String name,
        @Schema(examples = "a.head@school.example") @NotNull @Email(message = "Give an e-mail address such as a.head@school.example.") @Size(max = 254) String email,
        @Schema(description = "Position at the school.", examples = "Headteacher") @NotBlank @Size(max = 120) String roleTitle) {

    @Override
    public String toString() {
        return "NamedLeader[hidden]";
    }
}
