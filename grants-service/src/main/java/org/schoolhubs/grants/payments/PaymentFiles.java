package org.schoolhubs.grants.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.payees.BankAccount;
import org.schoolhubs.grants.payees.PayeeService;
import org.schoolhubs.grants.payments.pain001.Instruction;
import org.schoolhubs.grants.payments.pain001.Pain001;
import org.schoolhubs.grants.vault.Vault;
import org.schoolhubs.kit.problem.Problem;

/** Makes the bank's file of a run and keeps it. */
@ApplicationScoped
class PaymentFiles {
    private final PayeeService payees;
    private final PaymentsConfig config;
    private final Vault vault;
    private final EntityManager entities;
    private final Clock clock;

    PaymentFiles(PayeeService payees, PaymentsConfig config, Vault vault, EntityManager entities, Clock clock) {
        this.payees = payees;
        this.config = config;
        this.vault = vault;
        this.entities = entities;
        this.clock = clock;
    }

    /** The kept bytes and their hash. */
    record Content(byte[] bytes, String sha256) {
    }

    /** @return SHA-256 of the file */
    String make(PaymentRun run, List<Payment> payments) {
        List<Instruction.Transfer> transfers = payments.stream().map(payment -> transfer(run, payment)).toList();
        byte[] content = Pain001.write(new Instruction(run.messageId(), run.approvedAt(), run.paymentDate(), config.debtor().account(), transfers));
        PaymentFile file = new PaymentFile(idOf(run), content, vault, clock.instant());
        entities.persist(file);
        return file.sha256();
    }

    /** @throws Problem 409 {@code file-not-made} before approval */
    Content read(PaymentRun run) {
        PaymentFile file = entities.find(PaymentFile.class, idOf(run));
        if (file == null) {
            throw Problem.of(GrantError.FILE_NOT_MADE, "The run is %s. Once another person has approved it there is a file.".formatted(run.state()));
        }
        return new Content(file.open(vault), file.sha256());
    }

    /** Null while there is no file. */
    String sha256(PaymentRun run) {
        PaymentFile file = entities.find(PaymentFile.class, idOf(run));
        return file == null ? null : file.sha256();
    }

    private Instruction.Transfer transfer(PaymentRun run, Payment payment) {
        BankAccount account = payees.open(payment.bankDetailsId());
        return new Instruction.Transfer(payment.endToEndId(), payment.amount(),
                new Instruction.Account(account.accountName(), account.sortCode(), account.accountNumber()), "GRANT " + run.programme());
    }

    private static PaymentFile.Id idOf(PaymentRun run) {
        return new PaymentFile.Id(run.id(), PaymentFile.PAIN_001);
    }
}
