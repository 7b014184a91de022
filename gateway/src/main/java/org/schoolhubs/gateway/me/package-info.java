/** What the gateway reads in the caller's token. Uses nothing of the gateway but problems. */
package org.schoolhubs.gateway.me;
