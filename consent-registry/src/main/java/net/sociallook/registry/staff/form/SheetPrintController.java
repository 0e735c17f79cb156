package net.sociallook.registry.staff.form;

import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.capture.Captures;
import net.sociallook.registry.form.Forms;
import net.sociallook.registry.staff.Desk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sheets to print. */
@Controller
class SheetPrintController {
  private final Captures captures;
  private final Forms forms;

  SheetPrintController(Captures captures, Forms forms) {
    this.captures = captures;
    this.forms = forms;
  }

  @GetMapping("/staff/captures/{id}/form.pdf")
  ResponseEntity<byte[]> prepared(Desk desk, @PathVariable UUID id) {
    return pdf(forms.of(captures.find(desk.id(), id)));
  }

  /**
   * @param recipient who may be allowed something; the data are the institution's own
   */
  @GetMapping("/staff/form.pdf")
  ResponseEntity<byte[]> blank(
      Desk desk,
      @RequestParam String recipient,
      @RequestParam(defaultValue = "de") String language) {
    return pdf(forms.blank(new InstitutionId(recipient), desk.id(), language));
  }

  private static ResponseEntity<byte[]> pdf(byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"form.pdf\"")
        .body(content);
  }
}
