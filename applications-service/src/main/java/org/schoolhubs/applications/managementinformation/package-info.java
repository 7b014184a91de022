/**
 * Management information about applications: figures by programme, cohort, pathway, place, phase, state and month, and one row per application. Only reads, and
 * in SQL; nobody's name is in it.
 */
package org.schoolhubs.applications.managementinformation;
