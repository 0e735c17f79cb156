package net.sociallook.registry.form;

import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.capture.Captures;
import net.sociallook.registry.web.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sheets to print, for systems of institutions. */
@RestController
class ConsentFormController {
  private final Captures captures;
  private final Forms forms;

  ConsentFormController(Captures captures, Forms forms) {
    this.captures = captures;
    this.forms = forms;
  }

  @GetMapping("/captures/{id}/form")
  ResponseEntity<byte[]> prepared(Caller.Institution caller, @PathVariable UUID id) {
    return pdf(forms.of(captures.find(caller.id(), id)));
  }

  /**
   * @param recipient who may be allowed something; the data are the caller's
   */
  @GetMapping("/captures/form")
  ResponseEntity<byte[]> blank(
      Caller.Institution caller,
      @RequestParam String recipient,
      @RequestParam(defaultValue = "de") String language) {
    return pdf(forms.blank(new InstitutionId(recipient), caller.id(), language));
  }

  private static ResponseEntity<byte[]> pdf(byte[] content) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(content);
  }
}
