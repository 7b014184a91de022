/** The first and last of every request: ids, plain paths, security headers, the token, one line in the access log. Uses routing and problems. */
package org.schoolhubs.gateway.access;
