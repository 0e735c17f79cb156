package net.sociallook.registry.staff.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.Excerpt;
import net.sociallook.registry.request.SentRequests;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The requests that were sent. */
@Controller
class SentController {
  private static final int SHOWN = 50;

  private final SentRequests requests;
  private final Spoken spoken;

  SentController(SentRequests requests, Spoken spoken) {
    this.requests = requests;
    this.spoken = spoken;
  }

  record Line(
      UUID id,
      boolean granted,
      String client,
      String person,
      List<Spoken.Line> provisions,
      Excerpt reason,
      Instant at) {}

  /**
   * @param sent whether one was sent just now
   */
  @GetMapping("/staff/requests")
  String list(
      Desk desk,
      @RequestParam(defaultValue = "false") boolean sent,
      @RequestParam Optional<Long> before,
      Model model) {
    List<SentRequests.Sent> shown =
        requests.newest(desk.id(), before.map(Instant::ofEpochMilli), SHOWN);
    model.addAttribute("sent", sent);
    model.addAttribute("requests", shown.stream().map(one -> line(desk, one)).toList());
    model.addAttribute(
        "before", shown.size() < SHOWN ? null : shown.getLast().createdAt().toEpochMilli());
    return "staff/requests";
  }

  private Line line(Desk desk, SentRequests.Sent one) {
    return new Line(
        one.id(),
        one.granted(),
        spoken.client(desk.id(), one.patient()),
        desk.institution()
            .caseworker(one.person())
            .map(Institution.Caseworker::name)
            .orElse(one.person().value()),
        spoken.lines(desk.institution(), one.provisions()),
        Excerpt.of(one.reason()),
        one.createdAt());
  }
}
