/**
 * The applications service: register of schools, programmes, eligibility, applications. One package a feature; here stands only the catalogue of its refusals.
 */
package org.schoolhubs.applications;
