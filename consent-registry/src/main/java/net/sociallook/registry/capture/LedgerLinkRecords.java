package net.sociallook.registry.capture;

import java.util.List;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.AtDesk;
import net.sociallook.registry.ledger.LedgerEntry.By;
import net.sociallook.registry.ledger.LedgerEntry.Done;
import net.sociallook.registry.link.LinkRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts how clients without a device are linked into the ledger. */
@Component
class LedgerLinkRecords implements LinkRecords {
  private final Ledger ledger;

  LedgerLinkRecords(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void keep(UUID id, At at, Act act) {
    By by =
        new By(
            at.institution().value(),
            at.by().caseworker().value(),
            at.by().proof().code(),
            at.pseudonym());
    ledger.appendWithin(new AtDesk(id, at.client(), by, done(act)));
  }

  private static Done done(Act act) {
    return switch (act) {
      case Act.LinkedHere(CaseworkerId witness) ->
          done(DeskAct.LINKED_IN_PERSON, null, witness.value());
      case Act.LinkedElsewhere(InstitutionId other) ->
          done(DeskAct.LINKED_ELSEWHERE, other.value(), null);
      case Act.Confirmed() -> done(DeskAct.LINK_CONFIRMED, null, null);
    };
  }

  private static Done done(DeskAct act, @Nullable String recipient, @Nullable String witness) {
    return new Done(act, recipient, List.of(), witness, null, null);
  }
}
