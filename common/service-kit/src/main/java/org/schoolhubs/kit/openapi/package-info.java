/**
 * What is the same in every service's OpenAPI document.
 */
package org.schoolhubs.kit.openapi;
