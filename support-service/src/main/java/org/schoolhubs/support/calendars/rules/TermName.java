package org.schoolhubs.support.calendars.rules;

/** The three terms of an academic year in England. */
public enum TermName {
    AUTUMN, SPRING, SUMMER
}
