/**
 * What a pathway's grant is, for applications accepted on a day, and the most it may be. Owns tariffs; keeps the caps that programmes.v1 tells of.
 */
package org.schoolhubs.grants.tariffs;
