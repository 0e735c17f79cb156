package net.sociallook.registry.staff.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ledger.view.StaffLog;
import net.sociallook.registry.page.log.Csv;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of the staff looked at what, for one caseworker or all; and the same to be kept. */
@Controller("staffLogController")
class LogController {
  private final StaffLog log;
  private final Directory directory;
  private final Spoken spoken;

  LogController(StaffLog log, Directory directory, Spoken spoken) {
    this.log = log;
    this.directory = directory;
    this.spoken = spoken;
  }

  /**
   * @param type last part of a text's key
   */
  record Line(
      Instant at,
      String person,
      String client,
      String holder,
      String type,
      String status,
      int released) {}

  @GetMapping("/staff/log")
  String list(
      Desk desk,
      @RequestParam(defaultValue = "") String caseworker,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    StaffLog.Part part = log.part(desk.id(), wanted(caseworker), before);
    model.addAttribute("looks", part.looks().stream().map(one -> line(desk, one)).toList());
    model.addAttribute("next", part.next().orElse(null));
    model.addAttribute("chosen", caseworker);
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
        "released");
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
    table.row(
        look.at(),
        look.caseworker(),
        person(desk, look.caseworker()),
        look.patient(),
        client(desk, look.patient()),
        look.holder(),
        look.type(),
        look.interaction(),
        String.join(" ", look.resources()),
        look.status(),
        look.released());
  }

  private Line line(Desk desk, StaffLog.Look look) {
    return new Line(
        look.at(),
        person(desk, look.caseworker()),
        client(desk, look.patient()),
        holder(look.holder()),
        Optional.ofNullable(look.type()).map(type -> type.toLowerCase(Locale.ROOT)).orElse("none"),
        look.status(),
        look.released());
  }

  private static Optional<String> wanted(String caseworker) {
    return Optional.of(caseworker).filter(id -> !id.isBlank());
  }

  /** The id where the directory does not know the person any more. */
  private static String person(Desk desk, @Nullable String id) {
    List<Institution.Caseworker> staff = desk.institution().caseworkers();
    return staff.stream()
        .filter(one -> one.id().value().equals(id))
        .map(Institution.Caseworker::name)
        .findFirst()
        .orElse(id == null ? "–" : id);
  }

  private String client(Desk desk, @Nullable String pseudonym) {
    return pseudonym == null || pseudonym.isBlank() ? "–" : spoken.client(desk.id(), pseudonym);
  }

  private String holder(@Nullable String id) {
    return id == null || id.isBlank()
        ? "–"
        : directory.institution(new InstitutionId(id)).map(Institution::name).orElse(id);
  }
}
