/**
 * RFC 9457 problems and the catalogue of error codes. Every answer that is not a success leaves a service through here.
 */
package org.schoolhubs.kit.problem;
