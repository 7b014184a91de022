package org.schoolhubs.applications.applications;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.eligibility.KeptFacts;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.eligibility.rules.Subject;

/** What the rules said, rule by rule: at submission, and again whenever the register changed. Never altered. */
@Entity
@Immutable
@Table(name = "eligibility_assessment")
class StoredAssessment {
    @Id
    private UUID id;
    private UUID applicationId;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    private String ruleSet;
    private int ruleVersion;
    private LocalDate assessedOn;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @JdbcTypeCode(SqlTypes.JSON)
    private String results;
    /** Every fact that the rules were given, so that they can be applied again; null for assessments from before facts were kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    private String facts;
    private Instant createdAt;

    /** For JPA. */
    protected StoredAssessment() {
    }

    /** @param results the results of the assessment as JSON */
    StoredAssessment(UUID applicationId, Assessment assessment, String results, Instant now) {
        this(applicationId, Purpose.SUBMISSION, assessment, results, now);
    }

    private StoredAssessment(UUID applicationId, Purpose purpose, Assessment assessment, String results, Instant now) {
        this.purpose = purpose;
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = applicationId;
        this.ruleSet = assessment.ruleSet();
        this.ruleVersion = assessment.version();
        this.assessedOn = assessment.on();
        this.outcome = assessment.outcome();
        this.results = results;
        this.facts = KeptFacts.write(assessment.subject());
        this.createdAt = now;
    }

    /** What the rules say after the register changed; the application goes on being decided by what they said at submission. */
    static StoredAssessment again(UUID applicationId, Assessment assessment, String results, Instant now) {
        return new StoredAssessment(applicationId, Purpose.RECHECK, assessment, results, now);
    }

    /** Why it was judged. */
    enum Purpose {
        SUBMISSION, RECHECK
    }

    String ruleSet() {
        return ruleSet;
    }

    int ruleVersion() {
        return ruleVersion;
    }

    LocalDate assessedOn() {
        return assessedOn;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Null for an assessment from before facts were kept. */
    Subject facts() {
        return facts == null ? null : KeptFacts.read(facts);
    }

    String results() {
        return results;
    }

    Instant createdAt() {
        return createdAt;
    }
}
