/** The published OpenAPI documents of the services, each and merged into one, and the portal's page. Uses routing to tell which paths a client can reach. */
package org.schoolhubs.gateway.openapi;
