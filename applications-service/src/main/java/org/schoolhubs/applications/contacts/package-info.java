/**
 * People named in applications and in expressions of interest: the one place of their names and addresses, with the day until which they are kept, and their
 * rights. Uses no other feature; applications and interest decide who may read or change theirs and record that they were read, and whoever keeps something
 * beside a contact tells and forgets it by {@link org.schoolhubs.applications.contacts.ContactDataHolder}.
 */
package org.schoolhubs.applications.contacts;
