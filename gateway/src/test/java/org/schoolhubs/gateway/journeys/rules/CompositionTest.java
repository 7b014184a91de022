package org.schoolhubs.gateway.journeys.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {
    private static final UUID ID = UUID.fromString("0199f0c8-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "DRAFT,      -,         -,         -,                  application, DRAFT",
        "SUBMITTED,  -,         -,         -,                  application, SUBMITTED",
        "ACCEPTED,   PROPOSED,  -,         -,                  membership,  PROPOSED",
        "ACCEPTED,   CONFIRMED, -,         -,                  membership,  CONFIRMED",
        "ACCEPTED,   ACTIVE,    ACTIVE,    -,                  plan,        ACTIVE",
        "ACCEPTED,   ACTIVE,    ACTIVE,    RESERVED,           plan,        ACTIVE",
        "ACCEPTED,   ACTIVE,    ACTIVE,    WAITING_FOR_BUDGET, plan,        ACTIVE",
        "ACCEPTED,   DEFERRED,  PAUSED,    ACCEPTED,           plan,        PAUSED",
        "ACCEPTED,   COMPLETED, COMPLETED, -,                  plan,        COMPLETED",
        "ACCEPTED,   COMPLETED, COMPLETED, PAYABLE,            award,       PAYABLE",
        "ACCEPTED,   COMPLETED, COMPLETED, PAID,               award,       PAID",
        "ACCEPTED,   ACTIVE,    -,         RESERVED,           award,       RESERVED",
        "DECLINED,   -,         -,         -,                  application, DECLINED",
        "WITHDRAWN,  PROPOSED,  -,         -,                  application, WITHDRAWN",
        "ACCEPTED,   WITHDRAWN, STOPPED,   CANCELLED,          membership,  WITHDRAWN",
        "ACCEPTED,   WITHDRAWN, ACTIVE,    RESERVED,           membership,  WITHDRAWN"})
    void theStageIsHowFarTheJourneyHasCome(String application, String membership, String plan, String award, String stage, String state) {
        Journey journey = Composition.compose(ID, readings(application, membership, plan, award));
        assertThat(journey.stage()).isEqualTo(stage);
        assertThat(journey.state()).isEqualTo(state);
    }

    @Test
    void whatHappenedIsInTimeOrderAndAtOneInstantInTheOrderOfTheParts() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        Journey journey = Composition.compose(ID, List.of(
                told(Part.PLAN, "ACTIVE", List.of(entry("PlanOpened", noon, 1)), List.of()),
                told(Part.APPLICATION, "ACCEPTED", List.of(entry("ApplicationAccepted", noon.minusSeconds(60), 2), entry("ApplicationEnded", noon, 4),
                        entry("ApplicationLocked", noon, 3), entry("Undated", null, 9)), List.of())));
        assertThat(journey.happened()).extracting(Journey.Happening::type)
                .containsExactly("ApplicationAccepted", "ApplicationLocked", "ApplicationEnded", "PlanOpened", "Undated");
    }

    @Test
    void nextStepsAreByDateAndThoseWithoutADateLast() {
        Journey journey = Composition.compose(ID, List.of(
                told(Part.APPLICATION, "ACCEPTED", List.of(), List.of(step("whenever", null))),
                told(Part.MEMBERSHIP, "ACTIVE", List.of(), List.of(step("later", LocalDate.parse("2026-03-01")))),
                told(Part.PLAN, "ACTIVE", List.of(), List.of(step("sooner", LocalDate.parse("2026-02-01"))))));
        assertThat(journey.next()).extracting(Journey.Step::step).containsExactly("sooner", "later", "whenever");
        assertThat(journey.next()).extracting(Journey.Step::part).containsExactly("plan", "membership", "application");
    }

    @Test
    void absentPartsAreLeftOutAndFailedOnesNamed() {
        Journey journey = Composition.compose(ID, List.of(told(Part.APPLICATION, "ACCEPTED", null, null), new Reading.Absent(Part.PLAN),
                new Reading.Failed(Part.AWARD, Reading.Reason.SERVICE_TIMEOUT)));
        assertThat(journey.parts()).extracting(Journey.PartState::part).containsExactly("application");
        assertThat(journey.missing()).containsExactly(new Journey.MissingPart("award", Reading.Reason.SERVICE_TIMEOUT));
    }

    @Test
    void theOrderOfReadingsDoesNotMatter() {
        List<Reading> readings = readings("ACCEPTED", "ACTIVE", "COMPLETED", "PAID");
        List<Reading> turned = new ArrayList<>(readings);
        Collections.reverse(turned);
        assertThat(Composition.compose(ID, turned)).isEqualTo(Composition.compose(ID, readings));
    }

    @Test
    void thereIsNoJourneyWithoutAnApplication() {
        List<Reading> readings = List.of(new Reading.Absent(Part.APPLICATION));
        assertThatThrownBy(() -> Composition.compose(ID, readings)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Reading> readings(String... states) {
        List<Reading> readings = new ArrayList<>();
        for (Part part : Part.values()) {
            String state = states[part.ordinal()];
            readings.add(state == null ? new Reading.Absent(part) : told(part, state, List.of(), List.of()));
        }
        return readings;
    }

    private static Reading told(Part part, String state, List<PartAnswer.Entry> happened, List<PartAnswer.Step> next) {
        return new Reading.Told(part, new PartAnswer(part.word(), ID, state, happened, next));
    }

    private static PartAnswer.Entry entry(String type, Instant at, long version) {
        return new PartAnswer.Entry(ID, type, at, null, null, null, version);
    }

    private static PartAnswer.Step step(String name, LocalDate due) {
        return new PartAnswer.Step(name, "Do it.", "school", due);
    }
}
