package org.schoolhubs.applications.notifications;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of notifications, their templates and preferences. */
public enum NotificationError implements ErrorCode {
    NOTIFICATION_UNDER_WAY("notification-under-way", 409, "The notification is still on its way"),
    RECIPIENT_GONE("recipient-gone", 409, "Nobody is named any more to whom it could be sent"),
    CATEGORY_MANDATORY("category-mandatory", 422, "Nobody can opt out of this kind of e-mail"),
    CONTACT_UNKNOWN("contact-unknown", 422, "The application does not name this contact"),
    TEMPLATE_INVALID("template-invalid", 422, "The template cannot be used"),
    TEMPLATE_IN_THE_PAST("template-in-the-past", 422, "A template comes into force now or later");

    private final String code;
    private final int status;
    private final String title;

    NotificationError(String code, int status, String title) {
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
