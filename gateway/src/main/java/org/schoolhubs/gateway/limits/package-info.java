/** How much one caller may ask for: by address without a token, by subject with one. Counted per instance of the gateway. Uses routing and problems. */
package org.schoolhubs.gateway.limits;
