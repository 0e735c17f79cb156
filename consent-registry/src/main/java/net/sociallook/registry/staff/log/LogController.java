package net.sociallook.registry.staff.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import net.sociallook.registry.ledger.view.StaffLog;
import net.sociallook.registry.page.log.Csv;
import net.sociallook.registry.staff.Desk;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of the staff looked at what, for one caseworker or all; and the same to be kept. */
@Controller("staffLogController")
class LogController {
  private final StaffLog log;
  private final LookLines lines;

  LogController(StaffLog log, LookLines lines) {
    this.log = log;
    this.lines = lines;
  }

  @GetMapping("/staff/log")
  String list(
      Desk desk,
      @RequestParam(defaultValue = "") String caseworker,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    StaffLog.Part part = log.part(desk.id(), wanted(caseworker), before);
    model.addAttribute("looks", part.looks().stream().map(one -> lines.line(desk, one)).toList());
    model.addAttribute("next", part.next().orElse(null));
    model.addAttribute("chosen", caseworker);
    model.addAttribute("older", before != Long.MAX_VALUE);
    return "staff/log";
  }

  /** All of it, without a limit; written as it is read. */
  @GetMapping("/staff/log.csv")
  void export(
      Desk desk, @RequestParam(defaultValue = "") String caseworker, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"log.csv\"");
    Csv table = new Csv(response.getWriter());
    table.row(
        "at",
        "caseworker",
        "name",
        "patient",
        "file",
        "holder",
        "type",
        "interaction",
        "resources",
        "status",
        "released",
        "act",
        "for",
        "witness",
        "proof");
    Optional<Long> next = Optional.of(Long.MAX_VALUE);
    while (next.isPresent()) {
      StaffLog.Part part = log.part(desk.id(), wanted(caseworker), next.get());
      for (StaffLog.Look look : part.looks()) {
        write(table, desk, look);
      }
      next = part.next();
    }
  }

  private void write(Csv table, Desk desk, StaffLog.Look look) throws IOException {
    StaffLog.Act act = look.act();
    table.row(
        look.at(),
        look.caseworker(),
        LookLines.person(desk, look.caseworker()),
        look.patient(),
        lines.client(desk, look.patient()),
        look.holder(),
        look.type(),
        look.interaction(),
        String.join(" ", look.resources()),
        look.status(),
        look.released(),
        act == null ? null : act.code(),
        act == null || act.recipient() == null ? null : lines.holder(act.recipient()),
        act == null || act.witness() == null ? null : LookLines.person(desk, act.witness()),
        act == null ? null : act.proof());
  }

  private static Optional<String> wanted(String caseworker) {
    return Optional.of(caseworker).filter(id -> !id.isBlank());
  }
}
