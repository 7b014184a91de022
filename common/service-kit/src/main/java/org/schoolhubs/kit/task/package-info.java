/**
 * What needs a person: opened by a rule, settled by the act that resolves it.
 */
package org.schoolhubs.kit.task;
