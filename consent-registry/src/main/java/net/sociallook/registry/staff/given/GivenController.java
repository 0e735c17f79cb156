package net.sociallook.registry.staff.given;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.received.GivenToUs;
import net.sociallook.registry.received.SignedReceipts;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The grants that stand, in plain words, each with its receipt. */
@Controller
class GivenController {
  private final GivenToUs grants;
  private final SignedReceipts receipts;
  private final Spoken spoken;

  GivenController(GivenToUs grants, SignedReceipts receipts, Spoken spoken) {
    this.grants = grants;
    this.receipts = receipts;
    this.spoken = spoken;
  }

  record Card(
      UUID id, String client, List<Spoken.Line> provisions, Instant signedAt, String level) {}

  @GetMapping("/staff/grants")
  String list(Desk desk, @RequestParam Optional<UUID> after, Model model) {
    GivenToUs.Part part = grants.part(desk.id(), after);
    model.addAttribute(
        "grants",
        part.grants().stream()
            .map(one ->
                new Card(
                    one.id(),
                    spoken.client(desk.id(), one.patient()),
                    spoken.lines(desk.institution(), one.provisions()),
                    one.signedAt(),
                    one.level()))
            .toList());
    model.addAttribute("next", part.next().orElse(null));
    return "staff/grants";
  }

  @GetMapping("/staff/grants/{id}/receipt")
  ResponseEntity<String> receipt(Desk desk, @PathVariable UUID id) {
    String receipt = receipts.of(desk.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + id + ".jwt\"")
        .contentType(MediaType.valueOf("application/consent-receipt+jwt"))
        .body(receipt);
  }
}
