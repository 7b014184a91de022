/**
 * What decides about an award: its lifecycle, how it ends when it was both completed and withdrawn, who may receive it, which year pays. Pure.
 */
package org.schoolhubs.grants.awards.rules;
