package org.schoolhubs.grants.payments.pain001;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.kernel.Money;

class Pain001Test {
    private static final Instruction INSTRUCTION = new Instruction("0199f0c8000070008000000000000001", Instant.parse("2026-11-21T09:00:00.123456Z"),
            LocalDate.parse("2026-11-24"), new Instruction.Account("SCHOOL HUBS", "000001", "00000001"), List.of(
                    new Instruction.Transfer("0199f0c8000070008000000000000011", Money.ofPence(480_000), new Instruction.Account("A & B <SCHOOL>", "010203", "12345678"), "GRANT behaviour-hubs"),
                    new Instruction.Transfer("0199f0c8000070008000000000000012", Money.ofPence(899_999), new Instruction.Account("C", "040506", "00000009"), "GRANT behaviour-hubs")));

    @Test
    void theBankReadsWhatWasMeant() {
        var read = MxPain00100109.parse(new String(Pain001.write(INSTRUCTION), StandardCharsets.UTF_8)).getCstmrCdtTrfInitn();
        assertThat(read.getGrpHdr().getMsgId()).isEqualTo("0199f0c8000070008000000000000001").hasSizeLessThanOrEqualTo(35);
        assertThat(read.getGrpHdr().getNbOfTxs()).isEqualTo("2");
        assertThat(read.getGrpHdr().getCtrlSum()).isEqualByComparingTo("13799.99");
        assertThat(read.getGrpHdr().getCreDtTm().toInstant()).isEqualTo("2026-11-21T09:00:00Z");
        var payments = read.getPmtInf().get(0);
        assertThat(payments.getReqdExctnDt().getDt()).isEqualTo("2026-11-24");
        assertThat(payments.getDbtrAcct().getId().getOthr().getId()).isEqualTo("00000001");
        var first = payments.getCdtTrfTxInf().get(0);
        assertThat(first.getPmtId().getEndToEndId()).isEqualTo("0199f0c8000070008000000000000011");
        assertThat(first.getAmt().getInstdAmt().getCcy()).isEqualTo("GBP");
        assertThat(first.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("4800.00");
        assertThat(first.getCdtr().getNm()).isEqualTo("A & B <SCHOOL>");
        assertThat(first.getCdtrAgt().getFinInstnId().getClrSysMmbId().getClrSysId().getCd()).isEqualTo("GBDSC");
        assertThat(first.getCdtrAgt().getFinInstnId().getClrSysMmbId().getMmbId()).isEqualTo("010203");
        assertThat(payments.getCdtTrfTxInf().get(1).getCdtrAcct().getId().getOthr().getId()).isEqualTo("00000009");
    }

    @Test
    void theSameInstructionGivesTheSameBytes() {
        assertThat(Pain001.write(INSTRUCTION)).isEqualTo(Pain001.write(INSTRUCTION));
        assertThat(new String(Pain001.write(INSTRUCTION), StandardCharsets.UTF_8)).startsWith("<?xml").contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")
                .contains("<CreDtTm>2026-11-21T09:00:00");
    }

    @Test
    void noAccountIsWrittenToALog() {
        assertThat(INSTRUCTION.toString()).doesNotContain("12345678").doesNotContain("010203");
    }
}
