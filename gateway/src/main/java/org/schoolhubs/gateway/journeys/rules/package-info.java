/** How the parts of a journey make a whole: pure functions over records. */
package org.schoolhubs.gateway.journeys.rules;
