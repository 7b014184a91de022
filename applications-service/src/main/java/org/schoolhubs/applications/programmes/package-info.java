/**
 * The catalogue: programmes, pathways, cohorts and their application windows, as data. Uses nothing of the other features; they read it through
 * {@link org.schoolhubs.applications.programmes.ProgrammeCatalogue}, and answer what it asks: {@link org.schoolhubs.applications.programmes.TakeUp}, {@link
 * org.schoolhubs.applications.programmes.RuleBook}.
 */
package org.schoolhubs.applications.programmes;
