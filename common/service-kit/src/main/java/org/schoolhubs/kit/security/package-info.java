/**
 * Who is asking: subject, roles, organisations, and whether a person or a client.
 */
package org.schoolhubs.kit.security;
