/**
 * Runs the whole system on one machine without containers: PostgreSQL, a Kafka broker, Connect, a token issuer, the
 * services and the gateway, each a process of its own that can be stopped, killed and started again.
 *
 * <p>Owns the data directory, its passwords and the life of the processes. Knows the services only by their ports, their
 * environment and their packaged jars.
 */
package org.schoolhubs.local;
