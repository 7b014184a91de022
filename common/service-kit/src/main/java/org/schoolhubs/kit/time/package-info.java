/**
 * The one clock, and what day it is in London.
 */
package org.schoolhubs.kit.time;
