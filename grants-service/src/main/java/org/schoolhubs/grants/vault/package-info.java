/**
 * Seals what must not be readable in the database: bank details and the files made of them. AES-256-GCM of the JDK; keys from configuration.
 */
package org.schoolhubs.grants.vault;
