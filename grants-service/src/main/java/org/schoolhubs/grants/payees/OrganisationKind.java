package org.schoolhubs.grants.payees;

import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;

/** Kinds of organisations that are paid, and how a code of each is written. */
public enum OrganisationKind {
    SCHOOL {
        @Override
        String organisation(String code) {
            return new Urn(code).organisation();
        }
    },
    TRUST {
        @Override
        String organisation(String code) {
            return new TrustUid(code).organisation();
        }
    },
    LOCAL_AUTHORITY {
        @Override
        String organisation(String code) {
            return new LaCode(code).organisation();
        }
    };

    /**
     * As a token's claim {@code organisations} writes it.
     *
     * @throws IllegalArgumentException if the code is not one of this kind
     */
    abstract String organisation(String code);
}
