package org.schoolhubs.support.templates;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a pathway's template.
 *
 * @param code         the same for all versions
 * @param version      counts from 1
 * @param programme    code of the programme
 * @param pathway      code of the pathway
 * @param name         for people
 * @param description  what the plan is for
 * @param validFrom    plans opened on or after this day follow it
 * @param expectedDays the school's time, null where the programme says nothing
 * @param activities   in the template's order
 */
@Schema(description = "What a pathway asks of a school: the template its support plans are opened from.")
public record PlanTemplateView(
        @Schema(examples = "core") String code,
        @Schema(examples = "1") int version,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "Core support") String name,
        @Schema(examples = "For schools that work on their behaviour culture largely on their own.") String description,
        @Schema(description = "Plans opened on or after this day follow this version.", examples = "2020-09-01") LocalDate validFrom,
        @Schema(nullable = true) ExpectedDays expectedDays,
        List<TemplateActivityView> activities) {}
