package net.sociallook.registry.page.receipt;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.print.Printer;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.stereotype.Component;

/** A receipt to print and file, in the language of the reader; the signed text as it was signed. */
@Component
class ReceiptPdf {
  private static final int HEX_PART = 8;

  private final Printer printer;
  private final Lines lines;

  ReceiptPdf(Printer printer, Lines lines) {
    this.printer = printer;
    this.lines = lines;
  }

  byte[] of(ClientReceipt receipt, PageLanguage language) {
    ClientReceipt.Evidence evidence = receipt.evidence();
    Map<String, Object> model = new HashMap<>();
    model.put("receipt", receipt);
    model.put("recipient", lines.institution(receipt.grant().parties().recipient()));
    model.put("lines", lines.of(receipt.grant().provisions().all()));
    model.put("text", SignedText.of(receipt.signed()));
    model.put("endorsedBy", lines.institution(new InstitutionId(evidence.proof().institution())));
    model.put("document", hex(Bytes.sha256(evidence.signed().document())));
    model.put("signature", hex(evidence.signed().assertion().signature()));
    receipt.grant().withdrawnAt().ifPresent(at -> model.put("withdrawnAt", at));
    return printer.pdf("receipt", language, model);
  }

  /** In groups, so that it can be broken and compared; isolated, since groups are words. */
  private static String hex(byte[] bytes) {
    return Lines.isolated(
        HexFormat.of().formatHex(bytes).replaceAll("(.{" + HEX_PART + "})", "$1 ").strip());
  }
}
