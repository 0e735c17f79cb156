package net.sociallook.registry.ledger.view;

import java.util.List;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.fhir.Fhir;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogEntries.InstitutionEntry;
import net.sociallook.registry.ledger.view.LogEntries.Log;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Both views, in both forms. */
final class Views {
  private final PostgresAccessLog log;
  private final LogEntries entries;
  private final AuditEvents events;

  Views(PostgresAccessLog log, LogEntries entries, AuditEvents events) {
    this.log = log;
    this.entries = entries;
    this.events = events;
  }

  Log<ClientEntry> ofClient(UUID client, Page page) {
    List<Access> shown = log.ofClient(client, page);
    return new Log<>(
        shown.stream().map(entries::forClient).toList(), page.next(shown).orElse(null));
  }

  ObjectNode auditOfClient(UUID client, Page page) {
    return bundle(log.ofClient(client, page), page);
  }

  Log<InstitutionEntry> ofInstitution(InstitutionId institution, Page page) {
    List<Access> shown = log.ofInstitution(institution, page);
    return new Log<>(
        shown.stream().map(one -> entries.forInstitution(institution.value(), one)).toList(),
        page.next(shown).orElse(null));
  }

  ObjectNode auditOfInstitution(InstitutionId institution, Page page) {
    return bundle(log.ofInstitution(institution, page), page);
  }

  private ObjectNode bundle(List<Access> shown, Page page) {
    ArrayNode links = Fhir.array();
    page.next(shown)
        .map(next -> "?before=" + next + "&count=" + page.count())
        .ifPresent(url -> links.add(Fhir.object().put("relation", "next").put("url", url)));
    return events.bundle(shown, links);
  }
}
