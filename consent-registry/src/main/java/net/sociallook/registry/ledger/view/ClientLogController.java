package net.sociallook.registry.ledger.view;

import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who asked for the client's data, what was decided and what came of it. */
@RestController
class ClientLogController {
  private final Views views;

  ClientLogController(Views views) {
    this.views = views;
  }

  @GetMapping("/api/log")
  ResponseEntity<Object> log(
      @WithinReach SignedIn client,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "count", defaultValue = "50") int count) {
    Page page = Page.of(before, count);
    return LogForm.answer(
        accept, () -> views.ofClient(client, page), () -> views.auditOfClient(client, page));
  }
}
