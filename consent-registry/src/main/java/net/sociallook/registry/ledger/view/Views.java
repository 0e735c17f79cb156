package net.sociallook.registry.ledger.view;

import java.util.List;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.fhir.Fhir;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogEntries.InstitutionEntry;
import net.sociallook.registry.ledger.view.LogEntries.Log;
import net.sociallook.registry.session.SignedIn;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Both views, in both forms. */
final class Views {
  private final PostgresAccessLog log;
  private final LogEvidence evidence;
  private final LogEntries entries;
  private final AuditEvents events;

  Views(ClientLog.Source source, LogEntries entries, AuditEvents events) {
    this.log = source.log();
    this.evidence = source.evidence();
    this.entries = entries;
    this.events = events;
  }

  Log<ClientEntry> ofClient(SignedIn who, Page page) {
    List<Access> shown = evidence.beside(log.ofClient(who.client(), page));
    return new Log<>(
        shown.stream().filter(one -> one.isWithin(who.reach())).map(entries::forClient).toList(),
        page.next(shown).orElse(null));
  }

  ObjectNode auditOfClient(SignedIn who, Page page) {
    List<Access> shown = evidence.beside(log.ofClient(who.client(), page));
    return bundle(
        shown.stream().filter(one -> one.isWithin(who.reach())).toList(), page, page.next(shown));
  }

  Log<InstitutionEntry> ofInstitution(InstitutionId institution, Page page) {
    List<Access> shown = log.ofInstitution(institution, page);
    return new Log<>(
        shown.stream().map(one -> entries.forInstitution(institution.value(), one)).toList(),
        page.next(shown).orElse(null));
  }

  ObjectNode auditOfInstitution(InstitutionId institution, Page page) {
    List<Access> shown = log.ofInstitution(institution, page);
    return bundle(shown, page, page.next(shown));
  }

  private ObjectNode bundle(List<Access> shown, Page page, Optional<Long> next) {
    ArrayNode links = Fhir.array();
    next.map(before -> "?before=" + before + "&count=" + page.count())
        .ifPresent(url -> links.add(Fhir.object().put("relation", "next").put("url", url)));
    return events.bundle(shown, links);
  }
}
