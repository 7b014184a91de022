package org.schoolhubs.applications.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A senior leader named in an application, or the person named in an expression of interest. Personal data: its text form hides it, so that no log line holds it. */
@Schema(description = "A senior leader named in an application, or the person named in an expression of interest.")
public record NamedLeader(
        @Schema(examples = "Asha Example") @NotBlank @Size(max = 120) String name,
        @Schema(examples = "a.head@school.example") @NotNull @Email(message = "Give an e-mail address such as a.head@school.example.") @Size(max = 254) String email,
        @Schema(description = "Position at the school.", examples = "Headteacher") @NotBlank @Size(max = 120) String roleTitle) {

    /** What makes a link in an e-mail: an address, a scheme, a host, Markdown or HTML. */
    private static final Pattern LINK = Pattern.compile("[/\\\\@:<>\\[\\]{}|]|[\\p{L}\\p{N}-]{2}\\.\\p{L}{2}");

    /** Whether the name is one: e-mail greets people by it, so that it must not carry anything to follow. */
    public boolean hasPlainName() {
        return !LINK.matcher(name).find();
    }

    @Override
    public String toString() {
        return "NamedLeader[hidden]";
    }
}
