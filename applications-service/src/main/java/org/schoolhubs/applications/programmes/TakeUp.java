package org.schoolhubs.applications.programmes;

import java.util.List;

/** How many have taken up what the catalogue offers. The catalogue asks, the feature that keeps applications answers. */
public interface TakeUp {
    /**
     * Applications by pathway.
     *
     * @param pathway null for those to lead a hub
     * @param all     that were ever begun
     * @param live    that have not ended, drafts included
     * @param accepted that were accepted and have not been withdrawn
     */
    record Count(String pathway, long all, long live, long accepted) {
    }

    /** @param cohort code, or null for all cohorts of the programme and for those that have none */
    List<Count> of(String programme, String cohort);
}
