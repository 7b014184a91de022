/**
 * E-mail to the people named in applications, in reaction to what happened here and in the other services. It learns everything from events, uses the contacts,
 * the catalogue and the register, and is used by nobody.
 */
package org.schoolhubs.applications.notifications;
