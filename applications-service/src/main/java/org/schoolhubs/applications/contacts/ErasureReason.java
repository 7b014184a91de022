package org.schoolhubs.applications.contacts;

/** Why a person was erased before their time. */
enum ErasureReason {
    /** The person asked for it. */
    PERSON_ASKED,
    /** The person no longer works at the school. */
    LEFT_THE_SCHOOL,
    /** Somebody was named who should not have been. */
    NAMED_IN_ERROR,
    /** The data protection officer decided so. */
    DATA_PROTECTION_OFFICER
}
