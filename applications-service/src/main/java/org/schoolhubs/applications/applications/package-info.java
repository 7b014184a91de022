/**
 * Applications of schools from draft to decision, and what became of them. Uses programmes, eligibility, contacts and the register through their services;
 * nothing uses it. Learns from the hubs service by events what became of an accepted school.
 */
package org.schoolhubs.applications.applications;
