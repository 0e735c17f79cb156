package net.sociallook.registry.page.receipt;

import java.util.Locale;
import java.util.UUID;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The client's receipt for a grant: as a page, PDF, JSON, and the files to verify it with. */
@Controller
class ReceiptPageController {
  private final ClientReceipts receipts;
  private final ReceiptFiles files;
  private final ReceiptPdf pdf;
  private final Lines lines;

  ReceiptPageController(ClientReceipts receipts, ReceiptFiles files, ReceiptPdf pdf, Lines lines) {
    this.receipts = receipts;
    this.files = files;
    this.pdf = pdf;
    this.lines = lines;
  }

  @GetMapping("/grants/{id}/receipt")
  String show(@WithinReach SignedIn signedIn, @PathVariable UUID id, Model model) {
    ClientReceipt receipt = find(signedIn, id);
    model.addAttribute("receipt", receipt);
    model.addAttribute("withdrawnAt", receipt.grant().withdrawnAt().orElse(null));
    model.addAttribute("recipient", lines.institution(receipt.grant().parties().recipient()));
    model.addAttribute("lines", lines.of(receipt.grant().provisions().all()));
    model.addAttribute("text", SignedText.of(receipt.signed()));
    return "receipt/receipt";
  }

  @GetMapping("/grants/{id}/receipt.json")
  ResponseEntity<byte[]> json(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    return file("receipt.json", MediaType.APPLICATION_JSON, files.json(find(signedIn, id)));
  }

  @GetMapping("/grants/{id}/receipt.zip")
  ResponseEntity<byte[]> zip(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    return file("receipt.zip", MediaType.valueOf("application/zip"), files.zip(find(signedIn, id)));
  }

  @GetMapping("/grants/{id}/receipt.pdf")
  ResponseEntity<byte[]> pdf(@WithinReach SignedIn signedIn, @PathVariable UUID id, Locale locale) {
    byte[] content = pdf.of(find(signedIn, id), PageLanguage.of(locale));
    return file("receipt.pdf", MediaType.APPLICATION_PDF, content);
  }

  private ClientReceipt find(SignedIn signedIn, UUID id) {
    return receipts.find(signedIn, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(content);
  }
}
