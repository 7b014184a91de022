/**
 * Interest in the next cohort of a pathway, left while no window is open. It becomes a draft when that cohort's window opens, once; where its programme is replaced,
 * it is offered to the successor programme. It follows its school to the one that took its place, when reconciliation says so. Who is told of it is a contact,
 * kept apart. Uses programmes, contacts, reconciliation and the register; drafts are begun through the port {@code InterestDrafts}.
 */
package org.schoolhubs.applications.interest;
