/**
 * Writes a payment run as ISO 20022 pain.001.001.09 (customer credit transfer initiation). Pure: the same instruction gives the same bytes.
 */
package org.schoolhubs.grants.payments.pain001;
