package org.schoolhubs.applications.managementinformation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures by group, and of all groups together. */
@Schema(name = "ApplicationFiguresByGroup", description = "Figures by group, and of all groups together, of one and the same instant: counts of the groups add up to the total.")
public record FiguresView(List<Dimension> groupBy, List<Figures> groups, Figures total, @Schema(description = "The instant they speak of.") Instant asAt) {
}
