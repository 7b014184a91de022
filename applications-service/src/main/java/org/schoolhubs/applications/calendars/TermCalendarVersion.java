package org.schoolhubs.applications.calendars;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a calendar said before. Never altered. */
@Entity
@Immutable
class TermCalendarVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private UUID termCalendarId;
    private long version;
    private Instant supersededAt;
    private UUID importId;
    private UUID supersededBy;
    /** {@link TermCalendar.Content} as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    /** For JPA. */
    protected TermCalendarVersion() {
    }

    /** @param supersededBy the import that says otherwise, or that is taken back; null for a person */
    TermCalendarVersion(TermCalendar calendar, UUID supersededBy, String content, Instant now) {
        this.termCalendarId = calendar.id();
        this.version = calendar.version();
        this.supersededAt = now;
        this.importId = calendar.importId();
        this.supersededBy = supersededBy;
        this.content = content;
    }

    UUID importId() {
        return importId;
    }

    String content() {
        return content;
    }
}
