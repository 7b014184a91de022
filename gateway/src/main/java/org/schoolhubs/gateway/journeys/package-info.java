/** One journey per application across the services: four reads in parallel with the caller's own token, put together by the rules. Uses routing and problems. */
package org.schoolhubs.gateway.journeys;
