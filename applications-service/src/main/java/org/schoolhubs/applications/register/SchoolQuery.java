package org.schoolhubs.applications.register;

/**
 * What a list of schools is narrowed to; null leaves a filter out.
 *
 * @param name part of the name, already folded
 */
record SchoolQuery(String name, String laCode, String trustUid, String region, Phase phase, SchoolStatus status) {
}
