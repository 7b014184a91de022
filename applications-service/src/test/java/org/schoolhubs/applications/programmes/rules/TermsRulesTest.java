package org.schoolhubs.applications.programmes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms.LeadWindow;

class TermsRulesTest {
    @ParameterizedTest(name = "{9}: {10}")
    @CsvSource(nullValues = "-", textBlock = """
            # length, extension, from, to, cap,  entry,                  automatic, second, interest, what,                                      fault at pointer
            12,       0,         -,    -,  -,    SELF_REFERRAL,          false,     false,  true,     the least that can be asked,               -
            12,       12,        12,   20, 900000, SELF_REFERRAL,        false,     true,   true,     everything at its edge,                    -
            12,       12,        5,    5,  1,    EXPRESSION_OF_INTEREST, true,      false,  true,     a range of one day and a cap of a penny,   -
            12,       0,         -,    -,  -,    SELECTION,              false,     true,   false,    selected and decided by two,               -
            12,       13,        -,    -,  -,    SELF_REFERRAL,          false,     false,  true,     an extension longer than the pathway,      extension-too-long /pathways/0/extensionMonths
            12,       0,         20,   12, -,    SELF_REFERRAL,          false,     false,  true,     a commitment from more to less,            commitment-range-inverted /pathways/0/timeCommitmentDays/to
            12,       0,         -,    -,  0,    SELF_REFERRAL,          false,     false,  true,     a cap of nothing,                          grant-cap-without-money /pathways/0/grantCap
            12,       0,         -,    -,  -5,   SELF_REFERRAL,          false,     false,  true,     a cap below nothing,                       grant-cap-without-money /pathways/0/grantCap
            12,       0,         -,    -,  -,    SELF_REFERRAL,          true,      true,   true,     accepted by none and decided by two,       acceptance-contradiction /pathways/0/automaticAcceptance
            12,       0,         -,    -,  -,    SELECTION,              true,      false,  false,    selected and accepted by nobody,           selection-not-automatic /pathways/0/automaticAcceptance
            12,       0,         -,    -,  -,    SELECTION,              false,     false,  true,     interest in what one cannot choose,        selection-not-chosen /pathways/0/expressionsOfInterest
            """)
    void aPathwayIsWholeAndFreeOfContradiction(int length, int extension, Integer from, Integer to, Long cap, EntryRoute entry, boolean automatic, boolean second,
            boolean interest, String what, String fault) {
        PathwayTerms pathway = new PathwayTerms("core", "Core", PartnerKind.SCHOOL, entry, length, extension, from, to, null, cap, null, 3, true, automatic, second, interest);
        List<Fault> faults = TermsRules.check(Documents.programme(null, pathway));
        assertThat(faults).as(what).extracting(one -> one.code() + " " + one.pointer()).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void everyFaultIsNamedAtOnceAndAtItsPlace() {
        PathwayTerms bad = new PathwayTerms("core", "Core", PartnerKind.SCHOOL, EntryRoute.SELECTION, 1, 2, 2, 1, null, 0L, null, 3, true, true, true, true);
        LeadWindow inverted = new LeadWindow(Instant.EPOCH, Instant.EPOCH, 3);
        assertThat(TermsRules.check(Documents.programme(inverted, Documents.pathway("core"), bad))).extracting(Fault::code)
                .containsExactly("window-inverted", "pathway-twice", "extension-too-long", "commitment-range-inverted", "grant-cap-without-money",
                        "acceptance-contradiction", "selection-not-automatic", "selection-not-chosen");
        assertThat(TermsRules.check(Documents.programme(inverted, bad))).extracting(Fault::pointer).startsWith("/leadApplications/closesAt");
    }
}
