package net.sociallook.registry.ledger.view;

import net.sociallook.registry.ledger.view.LogEntries.InstitutionEntry;
import net.sociallook.registry.ledger.view.LogEntries.Log;
import net.sociallook.registry.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What an institution asked for, and what was opened of the data it holds. */
@RestController
class InstitutionLogController {
  private final Views views;

  InstitutionLogController(Views views) {
    this.views = views;
  }

  @GetMapping(path = "/audit", produces = MediaType.APPLICATION_JSON_VALUE)
  Log<InstitutionEntry> log(
      Caller.Institution caller,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "count", defaultValue = "50") int count) {
    return views.ofInstitution(caller.id(), Page.of(before, count));
  }

  @GetMapping(path = "/audit", produces = "application/fhir+json")
  ObjectNode audit(
      Caller.Institution caller,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "count", defaultValue = "50") int count) {
    return views.auditOfInstitution(caller.id(), Page.of(before, count));
  }
}
