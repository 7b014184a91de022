/** Schools that the Department chose for a pathway: lists of URNs with a reason each, dated, versioned, kept. They come through an import of their own kind. */
package org.schoolhubs.applications.selection;
