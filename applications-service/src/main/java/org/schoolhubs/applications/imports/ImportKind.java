package org.schoolhubs.applications.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Roles;

/** Files that can be imported. */
@Schema(description = "Kind of file.")
enum ImportKind {
    /** GIAS's establishment file, {@code edubasealldata}. */
    GIAS_ESTABLISHMENTS("gias-establishments"),
    /** Ofsted's management information on state-funded schools, latest inspections. */
    OFSTED_INSPECTIONS("ofsted-inspections"),
    /** GIAS's groups, {@code allgroupsdata}: trusts, federations, sponsors, closed ones too. */
    GIAS_GROUPS("gias-groups"),
    /** GIAS's membership of groups, {@code allgroupslinksdata}. */
    GIAS_GROUP_LINKS("gias-group-links"),
    /** GIAS's links between establishments, {@code links_edubasealldata}: predecessors and successors. */
    GIAS_LINKS("gias-links"),
    /** Which schools share their daily attendance data. */
    ATTENDANCE_SHARING("attendance-sharing"),
    /** Schools that the Department selects for a pathway of a cohort. */
    SELECTION_LIST("selection-list"),
    /** Term dates of local authorities and the national default. */
    TERM_CALENDARS("term-calendars");

    /** Every kind as requests write it, for a bean validation pattern. */
    static final String PATTERN = "^(gias-establishments|ofsted-inspections|gias-groups|gias-group-links|gias-links|attendance-sharing|selection-list"
            + "|term-calendars)$";
    /** The same for people. */
    static final String NAMES = "gias-establishments, ofsted-inspections, gias-groups, gias-group-links, gias-links, attendance-sharing, selection-list, "
            + "term-calendars";

    private final String parameter;

    ImportKind(String parameter) {
        this.parameter = parameter;
    }

    /** How requests write it. */
    String parameter() {
        return parameter;
    }

    /** Roles that may send such a file: registers come from collectors or the programme team, a selection from the Department or the programme team. */
    Set<String> senders() {
        return this == SELECTION_LIST ? Set.of(Roles.DFE, Roles.PROGRAMME_TEAM) : Set.of(Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM);
    }

    /** Whether what the file lacks ends with it; of other kinds it stays as it was. */
    boolean endsWhatIsMissing() {
        return this == GIAS_GROUP_LINKS || this == GIAS_LINKS || this == SELECTION_LIST;
    }

    static Optional<ImportKind> of(String parameter) {
        return Arrays.stream(values()).filter(kind -> kind.parameter.equals(parameter)).findFirst();
    }
}
