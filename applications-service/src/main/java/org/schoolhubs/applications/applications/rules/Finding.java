package org.schoolhubs.applications.applications.rules;

import java.util.List;

/**
 * What one rule said.
 *
 * @param outcome  PASS, FAIL or REVIEW
 * @param sentence in plain English
 * @param facts    every fact it rested on, in words
 */
public record Finding(String rule, String outcome, String sentence, List<String> facts) {
    public Finding {
        facts = List.copyOf(facts);
    }
}
