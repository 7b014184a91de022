/**
 * People named in applications: the one place of their names and addresses, with the day until which they are kept, and their rights. Uses no other feature;
 * applications decides who may read or change them and records that they were read, and whoever keeps something beside a contact tells and forgets it by
 * {@link org.schoolhubs.applications.contacts.ContactDataHolder}.
 */
package org.schoolhubs.applications.contacts;
