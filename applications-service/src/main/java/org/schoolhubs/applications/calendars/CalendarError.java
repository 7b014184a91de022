package org.schoolhubs.applications.calendars;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of the term calendars. */
public enum CalendarError implements ErrorCode {
    CALENDAR_INVALID("calendar-invalid", 422, "The dates do not make a calendar"),
    CALENDAR_EXISTS("calendar-exists", 412, "There is a calendar already"),
    CALENDAR_OF_NOBODY("calendar-of-nobody", 400, "The calendar's authority or year is not valid");

    private final String code;
    private final int status;
    private final String title;

    CalendarError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
