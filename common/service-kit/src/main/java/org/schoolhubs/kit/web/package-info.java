/**
 * HTTP conventions: ETag and If-Match, Idempotency-Key, keyset paging, request ids, answers.
 */
package org.schoolhubs.kit.web;
