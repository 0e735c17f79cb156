package net.sociallook.registry.page.receipt;

import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.session.SignedIn;
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
  private final Naming naming;

  /** Names of what is in a receipt. */
  @org.springframework.stereotype.Component
  record Naming(Lines lines, Directory directory) {
    String name(InstitutionId id) {
      return directory.institution(id).map(Institution::name).orElse(id.value());
    }
  }

  ReceiptPageController(
      ClientReceipts receipts, ReceiptFiles files, ReceiptPdf pdf, Naming naming) {
    this.receipts = receipts;
    this.files = files;
    this.pdf = pdf;
    this.naming = naming;
  }

  @GetMapping("/grants/{id}/receipt")
  String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
    ClientReceipt receipt = find(signedIn, id);
    model.addAttribute("receipt", receipt);
    model.addAttribute("withdrawnAt", receipt.grant().withdrawnAt().orElse(null));
    model.addAttribute(
        "recipient", naming.lines().institution(receipt.grant().parties().recipient()));
    model.addAttribute("lines", naming.lines().of(receipt.grant().provisions().all()));
    return "receipt/receipt";
  }

  @GetMapping("/grants/{id}/receipt.json")
  ResponseEntity<byte[]> json(SignedIn signedIn, @PathVariable UUID id) {
    return file("receipt.json", MediaType.APPLICATION_JSON, files.json(find(signedIn, id)));
  }

  @GetMapping("/grants/{id}/receipt.zip")
  ResponseEntity<byte[]> zip(SignedIn signedIn, @PathVariable UUID id) {
    return file("receipt.zip", MediaType.valueOf("application/zip"), files.zip(find(signedIn, id)));
  }

  @GetMapping("/grants/{id}/receipt.pdf")
  ResponseEntity<byte[]> pdf(SignedIn signedIn, @PathVariable UUID id) {
    ClientReceipt receipt = find(signedIn, id);
    ReceiptPdf.Names names =
        new ReceiptPdf.Names(
            naming.name(receipt.grant().parties().recipient()),
            naming.name(new InstitutionId(receipt.evidence().proof().institution())));
    return file("receipt.pdf", MediaType.APPLICATION_PDF, pdf.of(receipt, names));
  }

  private ClientReceipt find(SignedIn signedIn, UUID id) {
    return receipts.find(signedIn.client(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(content);
  }
}
