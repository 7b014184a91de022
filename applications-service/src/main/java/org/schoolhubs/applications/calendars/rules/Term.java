package org.schoolhubs.applications.calendars.rules;

/** The three terms of an English academic year, in their order. */
public enum Term {
    AUTUMN,
    SPRING,
    SUMMER
}
