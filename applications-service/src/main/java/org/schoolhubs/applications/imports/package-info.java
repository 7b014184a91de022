/**
 * Bringing GIAS and Ofsted files into the register: received and spooled in the request, read by a background worker, merged in one transaction, so that
 * a register is always the whole of a file or as it was. Writes the tables of {@code register}; nothing else does.
 */
package org.schoolhubs.applications.imports;
