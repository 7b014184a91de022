/** This service's own record of term calendars, kept from calendars.v1. Owns nothing that others may change; uses no other feature. */
package org.schoolhubs.support.calendars;
