package org.schoolhubs.applications.selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.schoolhubs.kernel.Urn;

/** What other features ask of selection lists. Only current lists answer, except to {@link #of}, which knows the superseded ones too. */
public interface SelectionLists {
    /** The school on the current lists of a pathway, of whichever cohort; where several name it, that of the list dated last. Empty when none names it. */
    Optional<SelectedSchool> find(String programme, String pathway, Urn urn);

    /** Of many schools those that a current list of the pathway names, each as {@link #find(String, String, Urn)} gives it; by one query. */
    Map<Urn, SelectedSchool> find(String programme, String pathway, Collection<Urn> urns);

    /** The school on the current list of a cohort; empty when there is no list or the school is not on it. */
    Optional<SelectedSchool> find(String programme, String pathway, String cohort, Urn urn);

    /** All schools of a list by rank; empty for an unknown list. A list holds the schools of a cohort, some hundreds. */
    List<SelectedSchool> of(UUID listId);

    /** What a list is for, also of a superseded one; empty for an unknown list. */
    Optional<SelectionListHeader> header(UUID listId);
}
