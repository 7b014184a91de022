/**
 * Values that England's school sector defines, each validated where it is made. Owns no behaviour of a service and depends on the JDK alone.
 */
package org.schoolhubs.kernel;
