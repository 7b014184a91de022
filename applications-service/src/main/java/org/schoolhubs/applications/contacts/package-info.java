/**
 * People named in applications: the one place of their names and addresses, with the day until which they are kept. Uses no other feature; applications decides
 * who may read or change them and records that they were read.
 */
package org.schoolhubs.applications.contacts;
