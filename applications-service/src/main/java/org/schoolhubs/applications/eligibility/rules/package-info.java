/**
 * Who may take part: versioned sets of pure rules over facts of the registers as at a day. No clock, no database, no framework; every answer says which
 * fact it rests on and where that fact came from.
 */
package org.schoolhubs.applications.eligibility.rules;
