package org.schoolhubs.applications.register;

import java.util.List;
import java.util.Optional;
import org.schoolhubs.kernel.Urn;

/** What other features may ask the register. */
public interface SchoolRegister {
    /** The school as the register knows it now; empty when the register has never seen the URN. Closed schools are found too. */
    Optional<RegisteredSchool> find(Urn urn);

    /** The latest inspection of each kind, newest first; empty when the register knows of none. */
    List<InspectionRecord> inspections(Urn urn);
}
