package org.schoolhubs.applications.register;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of lists of schools, as they come in. A {@code @BeanParam}. */
public class SchoolFilter {
    @QueryParam("name")
    @Size(min = 2, max = 100, message = "Search for 2 to 100 characters of the name.")
    @Parameter(description = "Words of the name or beginnings of words, in whatever order; case, accents and punctuation do not matter, St stands for "
            + "Saint, CE or C of E "
            + "for Church of England, RC for Roman Catholic.", example = "st marys")
    String name;

    @QueryParam("postcode")
    @Size(max = 12, message = "A postcode has 12 characters at the most.")
    @Parameter(description = "A postcode or its outward part; case and spaces do not matter.", example = "NW3 2BQ")
    String postcode;

    @QueryParam("laCode")
    @Pattern(regexp = "^[0-9]{3}$", message = "A local authority code is 3 digits.")
    @Parameter(description = "Local authority code.", example = "202")
    String laCode;

    @QueryParam("trustUid")
    @Pattern(regexp = "^[1-9][0-9]{0,5}$", message = "A trust UID is 1 to 6 digits.")
    @Parameter(description = "Group UID of the trust that the school is in now.", example = "2854")
    String trustUid;

    @QueryParam("region")
    @Pattern(regexp = "^[A-Z]$", message = "A region is one letter, for example H.")
    @Parameter(description = "GIAS GOR code.", example = "H")
    String region;

    @QueryParam("phase")
    @Size(max = 30)
    @Parameter(description = "Phase of education.", schema = @Schema(implementation = Phase.class))
    String phase;

    @QueryParam("provision")
    @Size(max = 30)
    @Parameter(description = "Kind of setting.", schema = @Schema(implementation = Provision.class))
    String provision;

    @QueryParam("typeCode")
    @Pattern(regexp = "^[0-9]{1,2}$", message = "A type is 1 or 2 digits, for example 34.")
    @Parameter(description = "GIAS TypeOfEstablishment, with or without leading zero.", example = "34")
    String typeCode;

    @QueryParam("status")
    @Size(max = 4, message = "There are 4 statuses.")
    @Parameter(description = "Status; repeat the parameter for several.", schema = @Schema(type = SchemaType.ARRAY, implementation = SchoolStatus.class))
    List<@Size(max = 30) String> status;

    @QueryParam("open")
    @Pattern(regexp = "^true$", message = "open=true, or leave it out.")
    @Parameter(description = "true: only schools that teach pupils today, proposed to close or not. Instead of status.", example = "true")
    String open;

    @QueryParam("near")
    @Pattern(regexp = "^([0-9]{1,7},[0-9]{1,7}|[1-9][0-9]{4,5})$", message = "Easting and northing in metres, such as 528159,184498, or the URN of a school.")
    @Parameter(description = "Only schools around a point, nearest first: easting and northing on the British National Grid, metres, or the URN of a school.",
            example = "528159,184498")
    String near;

    @QueryParam("within")
    @Pattern(regexp = "^([1-9][0-9]?|100)$", message = "within is 1 to 100 whole kilometres.")
    @Parameter(description = "With near: how far away at the most, whole kilometres from 1 to 100; 10 where it is left out.", example = "10")
    String within;
}
