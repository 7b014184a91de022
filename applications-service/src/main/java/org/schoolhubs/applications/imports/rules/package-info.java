/** What a row of a file must be to go in, and why one does not. Pure: no framework, no clock, no log. */
package org.schoolhubs.applications.imports.rules;
