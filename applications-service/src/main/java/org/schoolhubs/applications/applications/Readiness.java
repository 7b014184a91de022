package org.schoolhubs.applications.applications;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.PathwayOffer;

/** What an application lacks before it can be submitted; pure. */
@Schema(description = "Whether the application is complete, and what it lacks.")
public record Readiness(
        @Schema(description = "Whether nothing is missing. The window and overlapping applications are checked at submission.") boolean ready,
        List<Missing> missing) {

    /** Something that is missing. */
    @Schema(name = "MissingItem", description = "Something that is missing.")
    public record Missing(
            @Schema(description = "JSON pointer into the application.", examples = "/leaders") String pointer,
            @Schema(examples = "leaders-missing") String code,
            @Schema(description = "What to do.", examples = "Name 3 senior leaders; 1 is named.") String detail) {
    }

    /** @param leaders how many leaders are named */
    static Readiness of(Answers answers, int leaders, PathwayOffer offer) {
        List<Missing> missing = new ArrayList<>();
        if (offer.statementRequired() && isBlank(answers.motivation())) {
            missing.add(new Missing("/answers/motivation", "motivation-missing", "Say why the school applies."));
        }
        if (offer.statementRequired() && isBlank(answers.improvementFocus())) {
            missing.add(new Missing("/answers/improvementFocus", "improvement-focus-missing", "Say what the school wants to improve first."));
        }
        if (leaders < offer.leadersRequired()) {
            missing.add(new Missing("/leaders", "leaders-missing", "Name %d senior leader%s; %d named so far.".formatted(offer.leadersRequired(),
                    offer.leadersRequired() == 1 ? "" : "s", leaders)));
        }
        return new Readiness(missing.isEmpty(), List.copyOf(missing));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
