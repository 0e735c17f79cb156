package net.sociallook.registry.ledger.view;

import net.sociallook.registry.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an institution asked for, and what was opened of the data it holds. */
@RestController
class InstitutionLogController {
  private final Views views;

  InstitutionLogController(Views views) {
    this.views = views;
  }

  @GetMapping("/audit")
  ResponseEntity<Object> log(
      Caller.Institution caller,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "count", defaultValue = "50") int count) {
    Page page = Page.of(before, count);
    return LogForm.answer(
        accept,
        () -> views.ofInstitution(caller.id(), page),
        () -> views.auditOfInstitution(caller.id(), page));
  }
}
