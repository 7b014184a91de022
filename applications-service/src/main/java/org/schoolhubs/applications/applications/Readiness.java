package org.schoolhubs.applications.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    /**
     * What an application holds.
     *
     * @param leaders   how many leaders are named
     * @param schools   URNs of the schools that a trust names, in order
     * @param strangers those of the named schools, the lead school included, that are not of the trust today
     */
    record Contents(ApplicationKind kind, Answers answers, int leaders, List<String> schools, Set<String> strangers, LeadEvidence evidence) {
    }

    static Readiness of(Contents contents, Terms terms) {
        List<Missing> missing = new ArrayList<>();
        if (contents.kind().isLead()) {
            evidence(contents, missing);
        } else {
            statement(contents.answers(), terms, missing);
        }
        if (contents.kind() == ApplicationKind.PARTNER_TRUST) {
            schools(contents, missing);
        }
        if (contents.leaders() < terms.leadersRequired()) {
            missing.add(new Missing("/leaders", "leaders-missing", "Name %d senior leader%s; %d named so far.".formatted(terms.leadersRequired(),
                    terms.leadersRequired() == 1 ? "" : "s", contents.leaders())));
        }
        return new Readiness(missing.isEmpty(), List.copyOf(missing));
    }

    private static void statement(Answers answers, Terms terms, List<Missing> missing) {
        if (terms.statementRequired() && isBlank(answers.motivation())) {
            missing.add(new Missing("/answers/motivation", "motivation-missing", "Say why you apply."));
        }
        if (terms.statementRequired() && isBlank(answers.improvementFocus())) {
            missing.add(new Missing("/answers/improvementFocus", "improvement-focus-missing", "Say what you want to improve first."));
        }
    }

    private static void schools(Contents contents, List<Missing> missing) {
        if (contents.schools().isEmpty()) {
            missing.add(new Missing("/schools", "schools-missing", "Name the schools of the trust that take part."));
        }
        for (int i = 0; i < contents.schools().size(); i++) {
            if (contents.strangers().contains(contents.schools().get(i))) {
                missing.add(new Missing("/schools/" + i, IntakeError.SCHOOL_NOT_OF_TRUST.code(),
                        "The register has this school in another trust, or in none: leave it out."));
            }
        }
    }

    private static void evidence(Contents contents, List<Missing> missing) {
        LeadEvidence evidence = contents.evidence();
        require(!isBlank(evidence.practiceStatement()), missing, "practiceStatement", "practice-statement-missing", "Say what is exemplary in your practice.");
        require(!isBlank(evidence.collaborationRecord()), missing, "collaborationRecord", "collaboration-record-missing",
                "Say with whom you have worked and what came of it.");
        require(!evidence.references().isEmpty(), missing, "references", "references-missing", "Name one to three organisations that can speak for you.");
        require(!evidence.phases().isEmpty(), missing, "phases", "phases-missing", "Name the phases that the hub would serve.");
        require(evidence.places() != null, missing, "places", "places-missing", "Say how many partners you could support at a time.");
        if (contents.kind().isTrust()) {
            require(evidence.leadUrn() != null, missing, "leadUrn", "lead-school-missing", "Name the school of the hub.");
            require(!contents.strangers().contains(String.valueOf(evidence.leadUrn())), missing, "leadUrn", IntakeError.SCHOOL_NOT_OF_TRUST.code(),
                    "The register has this school in another trust, or in none: name another.");
        }
    }

    private static void require(boolean there, List<Missing> missing, String field, String code, String detail) {
        if (!there) {
            missing.add(new Missing("/evidence/" + field, code, detail));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
