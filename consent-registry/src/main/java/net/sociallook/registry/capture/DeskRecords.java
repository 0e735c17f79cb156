package net.sociallook.registry.capture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.AtDesk;
import net.sociallook.registry.ledger.LedgerEntry.By;
import net.sociallook.registry.ledger.LedgerEntry.Captured;
import net.sociallook.registry.ledger.LedgerEntry.Done;
import net.sociallook.registry.link.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what staff do about a client into the ledger, last in the transaction in which they do. */
@Component
class DeskRecords {
  private final Ledger ledger;
  private final Pseudonyms pseudonyms;

  DeskRecords(Ledger ledger, Pseudonyms pseudonyms) {
    this.ledger = ledger;
    this.pseudonyms = pseudonyms;
  }

  Optional<String> pseudonym(UUID client, InstitutionId institution) {
    return pseudonyms.of(client, institution);
  }

  /**
   * A step of a capture.
   *
   * @param id of the record, which the row of the capture names
   * @param version of the grant, once there is one
   */
  record Step(UUID id, DeskAct act, @Nullable Integer version) {
    static Step of(DeskAct act) {
      return new Step(UUID.randomUUID(), act, null);
    }

    Step giving(int version) {
      return new Step(id, act, version);
    }
  }

  /**
   * @param provisions of the document
   */
  void keep(Step step, Attested by, Capture capture, List<Provision> provisions) {
    keep(
        new AtDesk(
            step.id(),
            capture.client(),
            by(capture.institution(), by, capture.client()),
            new Done(
                step.act(),
                capture.recipient().value(),
                provisions.stream().map(one -> one.permission().code()).distinct().toList(),
                capture.witness().value(),
                new Captured(
                    capture.id(),
                    capture.level().code(),
                    capture.scan().map(Scan::signedOn).orElse(null),
                    capture.prepared().grant(),
                    step.version()),
                null)));
  }

  void keep(AtDesk act) {
    ledger.appendWithin(act);
  }

  By by(InstitutionId institution, Attested by, UUID client) {
    return new By(
        institution.value(),
        by.caseworker().value(),
        by.proof().code(),
        pseudonym(client, institution).orElse(null));
  }
}
