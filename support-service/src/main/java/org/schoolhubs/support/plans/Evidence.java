package org.schoolhubs.support.plans;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/**
 * What shows that an activity was done.
 *
 * @param kind  a link or a note
 * @param value the address or the text, up to 2,000 characters
 */
@Schema(description = "What shows that the activity was done: a link to a document, or a note.")
record Evidence(
        @NotNull @Schema(examples = "LINK") EvidenceKind kind,
        @NotBlank @Size(max = 2000) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        @Schema(examples = "https://files.school.example/behaviour-audit") String value) {

    /** @throws Problem 400 if a link is not an absolute http or https address */
    void check() {
        if (kind == EvidenceKind.LINK && !isWebAddress(value)) {
            throw Problem.of(CommonError.INVALID, "Correct the link, or give the evidence as a note.")
                    .at("/evidence/value", "link-invalid", "A link begins with https:// or http:// and names a host.");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
