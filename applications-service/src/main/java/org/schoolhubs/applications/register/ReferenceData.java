package org.schoolhubs.applications.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.register.rules.GiasNames;

/** The code lists that the fields of the register stand in. */
@Schema(name = "ReferenceData", description = "Code lists of the register. The data dictionary says which field stands in which of them.")
record ReferenceData(
        @Schema(description = "status of a school, from GIAS EstablishmentStatus.") List<Code> statuses,
        @Schema(description = "phase, from GIAS PhaseOfEducation; middle schools as deemed.") List<Code> phases,
        @Schema(description = "phaseCode: GIAS PhaseOfEducation.") List<Code> phaseCodes,
        @Schema(description = "provision, from the type.") List<Code> provisions,
        @Schema(description = "typeCode: GIAS TypeOfEstablishment.") List<Code> types,
        @Schema(description = "typeGroupCode: GIAS EstablishmentTypeGroup.") List<Code> typeGroups,
        @Schema(description = "region: GIAS GOR.") List<Code> regions,
        @Schema(description = "typeCode of a trust: GIAS Group Type; other groups are listed because memberships name them.") List<Code> groupTypes) {
    static final ReferenceData ALL = new ReferenceData(named(SchoolStatus.values()), named(Phase.values()), list(GiasNames.PHASES), named(Provision.values()),
            list(GiasNames.TYPES), list(GiasNames.TYPE_GROUPS), list(GiasNames.REGIONS), list(GiasNames.GROUP_TYPES));

    /** A code and what it is called. */
    @Schema(name = "Code", description = "A code and what it is called.")
    record Code(@Schema(examples = "34") String code, @Schema(examples = "Academy converter") String name) {
    }

    private static List<Code> list(Map<String, String> names) {
        return names.entrySet().stream().map(entry -> new Code(entry.getKey(), entry.getValue())).toList();
    }

    /** SIXTEEN_PLUS is called "Sixteen plus". */
    private static List<Code> named(Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> new Code(code.name(), code.name().charAt(0) + code.name().substring(1).replace('_', ' ')
                .toLowerCase(Locale.ROOT)))
                .toList();
    }
}
