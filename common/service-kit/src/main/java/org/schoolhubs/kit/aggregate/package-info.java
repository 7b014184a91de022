/**
 * The base of aggregates: identity, version, and the columns that incremental reads need.
 */
package org.schoolhubs.kit.aggregate;
