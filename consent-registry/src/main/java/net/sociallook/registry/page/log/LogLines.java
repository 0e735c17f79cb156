package net.sociallook.registry.page.log;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Puts beside each line of the log what the client can do about it. */
@Component
class LogLines {
  private final ClientLog log;
  private final Narrowings narrowings;

  LogLines(ClientLog log, Narrowings narrowings) {
    this.log = log;
    this.narrowings = narrowings;
  }

  List<LogLine> of(UUID client, List<ClientEntry> entries) {
    Map<String, UUID> standing = narrowings.standing(client);
    return entries.stream()
        .map(entry -> new LogLine(entry, standing.get(entry.recipient().id())))
        .toList();
  }

  /**
   * @throws Refused if there is no such line in this client's log
   */
  LogLine find(UUID client, UUID id) {
    ClientEntry entry = log.find(client, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return of(client, List.of(entry)).getFirst();
  }
}
