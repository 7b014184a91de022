package org.schoolhubs.grants.payments.pain001;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteParams;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.schoolhubs.kernel.Money;

/** pain.001.001.09 for UK accounts: sort codes as members of the clearing system GBDSC, account numbers as other identification. */
public final class Pain001 {
    private static final String UK_SORT_CODES = "GBDSC";

    private Pain001() {
    }

    /** UTF-8, without line breaks beyond those of the format. */
    public static byte[] write(Instruction instruction) {
        MxPain00100109 message = new MxPain00100109().setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                .setGrpHdr(header(instruction)).addPmtInf(payments(instruction)));
        MxWriteParams format = new MxWriteParams();
        format.includeXMLDeclaration = true;
        format.prefix = null;
        return message.document(format).getBytes(StandardCharsets.UTF_8);
    }

    private static GroupHeader85 header(Instruction instruction) {
        return new GroupHeader85().setMsgId(instruction.messageId())
                .setCreDtTm(instruction.createdAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .setNbOfTxs(count(instruction)).setCtrlSum(sum(instruction.transfers())).setInitgPty(party(instruction.debtor()));
    }

    private static PaymentInstruction30 payments(Instruction instruction) {
        PaymentInstruction30 payments = new PaymentInstruction30().setPmtInfId(instruction.messageId()).setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(count(instruction)).setCtrlSum(sum(instruction.transfers()))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(instruction.executeOn()))
                .setDbtr(party(instruction.debtor())).setDbtrAcct(account(instruction.debtor())).setDbtrAgt(bank(instruction.debtor()));
        instruction.transfers().forEach(transfer -> payments.addCdtTrfTxInf(transfer(transfer)));
        return payments;
    }

    private static CreditTransferTransaction34 transfer(Instruction.Transfer transfer) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(transfer.endToEndId()))
                .setAmt(new AmountType4Choice().setInstdAmt(new ActiveOrHistoricCurrencyAndAmount().setValue(pounds(transfer.amount())).setCcy(Money.GBP)))
                .setCdtrAgt(bank(transfer.creditor())).setCdtr(party(transfer.creditor())).setCdtrAcct(account(transfer.creditor()))
                .setRmtInf(new RemittanceInformation16().addUstrd(transfer.reference()));
    }

    private static PartyIdentification135 party(Instruction.Account account) {
        return new PartyIdentification135().setNm(account.name());
    }

    private static CashAccount38 account(Instruction.Account account) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setOthr(new GenericAccountIdentification1().setId(account.accountNumber())))
                .setCcy(Money.GBP);
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(Instruction.Account account) {
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(new FinancialInstitutionIdentification18()
                .setClrSysMmbId(new ClearingSystemMemberIdentification2().setClrSysId(new ClearingSystemIdentification2Choice().setCd(UK_SORT_CODES))
                        .setMmbId(account.sortCode())));
    }

    private static String count(Instruction instruction) {
        return Integer.toString(instruction.transfers().size());
    }

    private static BigDecimal sum(List<Instruction.Transfer> transfers) {
        return pounds(transfers.stream().map(Instruction.Transfer::amount).reduce(Money.ZERO, Money::plus));
    }

    private static BigDecimal pounds(Money amount) {
        return BigDecimal.valueOf(amount.pence(), 2);
    }
}
