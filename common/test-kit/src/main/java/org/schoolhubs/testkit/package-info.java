/**
 * What the tests of every module share: one real PostgreSQL, Kafka broker and token issuer per module, and how to speak to them.
 */
package org.schoolhubs.testkit;
