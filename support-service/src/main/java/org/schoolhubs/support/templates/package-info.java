/** Plan templates: what each pathway asks of a school, as versioned data shipped by migrations. Read-only here; uses no other feature. */
package org.schoolhubs.support.templates;
