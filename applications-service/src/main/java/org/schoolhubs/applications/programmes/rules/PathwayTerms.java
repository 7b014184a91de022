package org.schoolhubs.applications.programmes.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;

/**
 * What a pathway asks and gives.
 *
 * @param lengthMonths          from the start of a cohort to the end of the plan
 * @param extensionMonths       by how many months it may be extended; 0 for not at all
 * @param commitmentDaysFrom    expected time of the partner in days, with {@code commitmentDaysTo}; both or neither
 * @param supportDays           days from the lead, an allowance that is never exceeded; or null
 * @param grantCapPence         no grant exceeds it; null where none is paid
 * @param places                programme-wide; null for no limit
 * @param statementRequired     whether the application states motivation and focus
 * @param automaticAcceptance   whether ELIGIBLE is accepted at submission
 * @param secondPerson          whether every decision needs a second person
 * @param expressionsOfInterest whether one may be left for the next cohort
 */
public record PathwayTerms(String code, String name, PartnerKind partnerKind, EntryRoute entry, int lengthMonths, int extensionMonths,
                           Integer commitmentDaysFrom, Integer commitmentDaysTo, Integer supportDays, Long grantCapPence, Integer places,
                           int leadersRequired, boolean statementRequired, boolean automaticAcceptance, boolean secondPerson, boolean expressionsOfInterest) {

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("name", name);
        fields.put("partnerKind", partnerKind);
        fields.put("entry", entry);
        fields.put("lengthMonths", lengthMonths);
        fields.put("extensionMonths", extensionMonths);
        fields.put("timeCommitmentDays/from", commitmentDaysFrom);
        fields.put("timeCommitmentDays/to", commitmentDaysTo);
        fields.put("supportDays", supportDays);
        fields.put("grantCap/pence", grantCapPence);
        fields.put("places", places);
        fields.put("leadersRequired", leadersRequired);
        fields.put("statementRequired", statementRequired);
        fields.put("automaticAcceptance", automaticAcceptance);
        fields.put("secondPerson", secondPerson);
        fields.put("expressionsOfInterest", expressionsOfInterest);
        return fields;
    }
}
