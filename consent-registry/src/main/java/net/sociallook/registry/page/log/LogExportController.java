package net.sociallook.registry.page.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogEntries.DeskEntry;
import net.sociallook.registry.ledger.view.LogEntries.EvidenceEntry;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.ledger.view.Names;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log to take away: what is selected, from the newest line to the oldest, without paging. */
@Controller
class LogExportController {
  /** Tells spreadsheets that it is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ClientLog log;

  LogExportController(ClientLog log) {
    this.log = log;
  }

  @GetMapping("/log/log.csv")
  void csv(
      @WithinReach SignedIn signedIn,
      @RequestParam Map<String, String> given,
      HttpServletResponse response)
      throws IOException {
    LogWish wish = LogWish.of(given);
    Writer out = writer(response, "text/csv;charset=UTF-8", "log.csv");
    out.write(BYTE_ORDER_MARK);
    Csv csv = new Csv(out);
    csv.row(
        "time",
        "institution",
        "person",
        "role",
        "kind",
        "holder",
        "decision",
        "status",
        "reason",
        "purpose",
        "permissions",
        "shown",
        "withheld",
        "resources",
        "id",
        "act",
        "for",
        "level",
        "witness",
        "proof",
        "acted-for");
    log.each(signedIn, wish.filter(), entry -> row(csv, entry));
    out.flush();
  }

  @GetMapping("/log/log.fhir.json")
  void fhir(
      @WithinReach SignedIn signedIn,
      @RequestParam Map<String, String> given,
      HttpServletResponse response)
      throws IOException {
    LogWish wish = LogWish.of(given);
    Writer out = writer(response, "application/fhir+json;charset=UTF-8", "log.fhir.json");
    log.writeBundle(signedIn, wish.filter(), out);
    out.flush();
  }

  private static Writer writer(HttpServletResponse response, String type, String name)
      throws IOException {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sociallook-" + name + "\"");
    return response.getWriter();
  }

  private static void row(Csv csv, ClientEntry entry) throws IOException {
    Optional<DeskEntry> desk = Optional.ofNullable(entry.desk());
    Optional<EvidenceEntry> rests = Optional.ofNullable(entry.evidence());
    csv.row(
        entry.at(),
        entry.recipient().name(),
        entry.person() == null ? null : entry.person().name(),
        entry.person() == null ? null : entry.person().role(),
        LogKind.of(entry).stream().map(LogKind::code).collect(Collectors.joining(" ")),
        entry.holder() == null ? null : entry.holder().name(),
        entry.decision(),
        entry.status().code(),
        entry.reason(),
        entry.purpose(),
        String.join(" ", entry.permissions()),
        entry.releasedCount(),
        entry.withheldCount(),
        entry.released().stream()
            .map(one -> one.type() + "/" + one.id())
            .collect(Collectors.joining(" ")),
        entry.id(),
        desk.map(DeskEntry::act).orElse(null),
        desk.map(DeskEntry::recipient).map(Names.Party::name).orElse(null),
        desk.map(DeskEntry::level).or(() -> rests.map(EvidenceEntry::level)).orElse(null),
        desk.map(DeskEntry::witness)
            .or(() -> rests.map(EvidenceEntry::witness))
            .map(LogEntries.Person::name)
            .orElse(null),
        desk.map(DeskEntry::proof).or(() -> rests.map(EvidenceEntry::proof)).orElse(null),
        rests.map(EvidenceEntry::actedFor).orElse(null));
  }
}
