package org.schoolhubs.applications.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of the contacts' operations. */
final class ContactRequests {
    private ContactRequests() {
    }

    /** Whose data are asked for. */
    @Schema(name = "ContactSearch", description = "Whose data are asked for.")
    record Search(@Schema(examples = "a.head@school.example") @NotNull(message = "Give the e-mail address.")
                  @Email(message = "Give an e-mail address such as a.head@school.example.") @Size(max = 254) String email) {
        @Override
        public String toString() {
            return "Search[hidden]";
        }
    }

    /** Why a person is erased. */
    @Schema(name = "ContactErasure", description = "Why the person is erased.")
    record Erasure(@NotNull(message = "Give a reason.") ErasureReason reasonCode) {
    }

    /** What was erased. */
    @Schema(name = "ErasedContact", description = "What was erased: the answer names nobody.")
    record Erased(UUID contactId,
                  @Schema(description = "The application that named the person; null where an expression of interest did.", nullable = true) UUID applicationId,
                  @Schema(description = "The expression of interest that named the person; null where an application did.", nullable = true) UUID expressionId,
                  int position) {
    }

    /** Everything that is kept about an address. */
    @Schema(name = "ContactSearchResult", description = "Everything that this service keeps about an e-mail address.")
    record Found(
            @Schema(description = "Where the person is named.") List<Named> contacts,
            @Schema(description = "What is kept beside that.") List<ContactDataHolder.HeldRecord> records) {
        @Override
        public String toString() {
            return "Found[hidden]";
        }
    }

    /** A person in an application or expression of interest. */
    @Schema(name = "NamedContact", description = "A person as an application or an expression of interest names them.")
    record Named(UUID contactId,
                 @Schema(description = "The application; null where an expression of interest names the person.", nullable = true) UUID applicationId,
                 @Schema(description = "The expression of interest; null where an application names the person.", nullable = true) UUID expressionId,
                 int position, NamedLeader leader,
                 @Schema(description = "Last day on which it is kept at the most.", examples = "2027-11-20") LocalDate keepUntil) {
        static Named of(Contact contact) {
            return new Named(contact.id(), contact.applicationId(), contact.expressionId(), contact.position(), contact.leader(), contact.keepUntil());
        }
    }
}
