package org.schoolhubs.kit.parcel;

import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.kit.web.Versioned;

record ParcelView(UUID id, long version, String label, int weight, Parcel.State state, Instant changedAt) implements Versioned {
}
