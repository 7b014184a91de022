package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.sample.SampleRegister;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** The sample register goes in whole, kind by kind, and once more changes nothing. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SampleFilesTest {
    private static final SampleRegister SAMPLE = SampleRegister.generate(2026, 340, LocalDate.of(2014, 8, 1));

    private static void twice(String kind, Files.Writing file) {
        Files.bringIn(kind, Files.bytes(file)).then().body("state", equalTo("COMPLETED")).body("counts.rejected", equalTo(0));
        Files.bringIn(kind, Files.bytes(file)).then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(0)).body("counts.changed", equalTo(0));
    }

    @Test
    void everyKindGoesInWithoutARejectionAndOnceMoreChangesNothing() {
        KindFiles.forgetMembershipsAndLinks();
        twice("gias-establishments", SAMPLE::writeGias);
        twice("gias-groups", SAMPLE::writeGroups);
        twice("gias-group-links", SAMPLE::writeGroupLinks);
        twice("gias-links", SAMPLE::writeLinks);
        twice("attendance-sharing", SAMPLE::writeAttendanceSharing);
        twice("term-calendars", out -> SAMPLE.writeTermCalendars(2040, out));
        var cohort = Given.openCohort("behaviour-and-attendance-hubs", "enhanced");
        KindFiles.counts(KindFiles.select(cohort, Files.bytes(out -> SAMPLE.writeSelectionList(100, out))), 100, 0, 0, 0);

        SAMPLE.successors().forEach((closed, successor) ->
                assertThat(Given.one("select successor_urn from school where urn = '" + closed + "'")).as(closed).isEqualTo(successor));
        assertThat(Files.number("select count(*) from school where urn like '900___' and successor_urn is not null")).isEqualTo(SAMPLE.successors().size());
        var trust = SAMPLE.schools().stream().filter(school -> school.trustUid() != null && school.isOpen()).findFirst().orElseThrow();
        var published = Facts.published("trusts.v1", trust.trustUid());
        assertThat(published.get(published.size() - 1).payload()).contains(trust.urn(), "\"status\": \"OPEN\"");
    }
}
