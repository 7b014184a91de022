/**
 * One transition table per lifecycle.
 */
package org.schoolhubs.kit.lifecycle;
