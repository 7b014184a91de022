package org.schoolhubs.kit.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Aggregate;

/** Something that needs a person. */
@Entity
@Table(name = "task")
public class Task extends Aggregate {
    enum State { OPEN, SETTLED }

    @Column(nullable = false, updatable = false)
    private String kind;
    @Column(nullable = false, updatable = false)
    private String subjectType;
    @Column(nullable = false, updatable = false)
    private String subjectId;
    @Column(updatable = false)
    private UUID applicationId;
    @Column(nullable = false, updatable = false)
    private String reasonCode;
    @Column(nullable = false, updatable = false)
    private String reason;
    @Column(nullable = false, updatable = false)
    private String role;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;
    private Instant settledAt;
    private String settledBy;

    /** For JPA. */
    protected Task() {
    }

    Task(Draft draft, Instant now) {
        super(now);
        kind = draft.kind();
        subjectType = draft.subjectType();
        subjectId = draft.subjectId();
        applicationId = draft.applicationId();
        reasonCode = draft.reasonCode();
        reason = draft.reason();
        role = draft.role();
        state = State.OPEN;
    }

    /**
     * What a task is opened with.
     *
     * @param kind          kebab-case, for example {@code manual-review}
     * @param applicationId null where it is about no application
     * @param reasonCode    kebab-case
     * @param reason        one sentence for people; no personal data
     * @param role          who is to settle it
     */
    public record Draft(String kind, String subjectType, String subjectId, UUID applicationId, String reasonCode, String reason, String role) {
    }

    /** See {@link Draft}. */
    public static Draft of(String kind, String subjectType, Object subjectId, UUID applicationId, String reasonCode, String reason, String role) {
        return new Draft(kind, subjectType, subjectId.toString(), applicationId, reasonCode, reason, role);
    }

    void settle(Instant now, String by) {
        state = State.SETTLED;
        settledAt = now;
        settledBy = by;
    }

    TaskView view() {
        return new TaskView(id(), version(), kind, subjectType, subjectId, applicationId, reasonCode, reason, role, state.name(), createdAt(), settledAt);
    }
}
