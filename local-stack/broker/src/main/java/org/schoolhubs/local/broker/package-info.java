/** The main class of the broker's process. */
package org.schoolhubs.local.broker;
