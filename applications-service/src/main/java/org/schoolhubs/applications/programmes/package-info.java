/**
 * The catalogue: programmes, pathways, cohorts and their application windows, as data. Uses nothing of the other features; they read it through
 * {@link org.schoolhubs.applications.programmes.ProgrammeCatalogue}.
 */
package org.schoolhubs.applications.programmes;
