package org.schoolhubs.applications.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trust as third parties see it. Its fields are the data dictionary's entries, too. */
@Schema(name = "Trust", description = "A trust as the register knows it. Known by the rows of its schools alone, it has a name and nothing else, until a "
        + "groups file comes.")
record TrustView(
        @Schema(description = "Group UID.", examples = "2854")
        @Told(by = "Group UID") String uid,
        @Schema(description = "Counts changes of the trust's own facts.", examples = "0") long version,
        @Schema(description = "When the register last changed the trust's own facts. Its schools have a time of their own: follow GET /v1/schools?trustUid=.",
                examples = "2026-08-02T02:14:07.120394Z") Instant updatedAt,
        @Schema(description = "Group ID as GIAS writes it, clean or not; never a key.", nullable = true, examples = "TR02345")
        @Told(by = "Group ID") String groupId,
        @Schema(description = "Name of the trust.", examples = "Brackenmoor Learning Trust")
        @Told(by = "Group Name") String name,
        @Schema(description = "GIAS group type, without leading zero.", nullable = true, examples = "6")
        @Told(by = "Group Type (code)", codes = "groupTypes") String typeCode,
        @Schema(description = "Name of the type.", nullable = true, examples = "Multi-academy trust")
        @Told(by = "Group Type") String typeName,
        @Schema(description = "OPEN, CLOSED or PROPOSED_TO_OPEN.", nullable = true, examples = "OPEN")
        @Told(by = "Group Status (code)") String status,
        @Schema(description = "Day it opened.", nullable = true, examples = "2012-09-01")
        @Told(by = "Open date") LocalDate openedOn,
        @Schema(description = "Day it was incorporated.", nullable = true, examples = "2012-06-12")
        @Told(by = "Incorporated on (open date)") LocalDate incorporatedOn,
        @Schema(description = "Day it closed.", nullable = true, examples = "2026-08-31")
        @Told(by = "Closed Date") LocalDate closedOn,
        @Schema(description = "Number at Companies House.", nullable = true, examples = "07654321")
        @Told(by = "Companies House Number") String companiesHouseNumber,
        @Schema(description = "UK Provider Reference Number.", nullable = true, examples = "10990002")
        @Told(by = "UKPRN") String ukprn,
        @Schema(description = "Street of its address.", nullable = true, examples = "1 Mill Lane")
        @Told(by = "Group Street") String street,
        @Schema(description = "Town of its address.", nullable = true, examples = "Hollowmere")
        @Told(by = "Group Town") String town,
        @Schema(description = "County of its address.", nullable = true, examples = "Brackenshire")
        @Told(by = "Group County") String county,
        @Schema(description = "Postcode of its address.", nullable = true, examples = "ZZ1 2AB")
        @Told(by = "Group Postcode") String postcode,
        Source source,
        @OnlyAsked @JsonUnwrapped Today today) {

    /** What hangs on a single trust beside its row. */
    @Schema(hidden = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Today(
            @Schema(description = "How many of its schools are open. Only on a single trust.", examples = "7") long openSchools,
            @Schema(description = "Its schools today, closed ones left out. Only on a single trust.") List<TrustSchoolsView.Member> schools) {
    }

    static TrustView of(Trust trust) {
        return of(trust, null);
    }

    static TrustView of(Trust trust, Today today) {
        return new TrustView(trust.uid(), trust.version(), trust.changedAt(), trust.groupId(), trust.name(), trust.typeCode(), trust.typeName(), trust.status(),
                trust.openedOn(), trust.incorporatedOn(), trust.closedOn(), trust.companiesHouseNumber(), trust.ukprn(), trust.street(), trust.town(),
                        trust.county(),
                trust.postcode(), trust.source(), today);
    }
}
