/**
 * Health, metrics and how failures of the database are recognised.
 */
package org.schoolhubs.kit.ops;
