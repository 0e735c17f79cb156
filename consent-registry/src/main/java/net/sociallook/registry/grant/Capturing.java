package net.sociallook.registry.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import org.springframework.stereotype.Component;

/** Giving and widening by what an institution witnesses, for a client without a device. */
@Component
public class Capturing {
  private final GrantProposals drafts;
  private final GrantChanges changes;
  private final GrantStore grants;
  private final Kept kept;

  /** What was witnessed, and how it is read. */
  @Component
  record Kept(WitnessedDocuments witnessed, CanonicalDocument documents) {}

  Capturing(GrantProposals drafts, GrantChanges changes, GrantStore grants, Kept kept) {
    this.drafts = drafts;
    this.changes = changes;
    this.grants = grants;
    this.kept = kept;
  }

  /**
   * @param holder who captures: its data alone can be named
   * @param language of the text, {@code de} or {@code en}
   * @param released whether she releases those at the holder who are bound to secrecy
   * @param witnesses how the text says who is there
   */
  public record Wanted(
      InstitutionId holder,
      InstitutionId recipient,
      List<Provision> provisions,
      String language,
      boolean released,
      Names witnesses) {}

  /** The names of who captures and who witnesses, with their institution. */
  public record Names(String institution, String caseworker, String witness) {}

  /**
   * What is to be witnessed.
   *
   * @param document canonical form, RFC 8785
   * @param text every character of which the document commits to
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  public record Prepared(UUID grant, byte[] document, String text, String language) {}

  /**
   * Changes nothing.
   *
   * @throws net.sociallook.registry.web.Refused if it names another holder, what does not exist, or
   *     where the client is not linked
   */
  public Prepared prepare(UUID client, Wanted wanted) {
    Language language = Correct.orRefused(() -> Language.ofCode(wanted.language()));
    GrantProposals.Draft draft =
        drafts.draftAt(
            wanted.holder(),
            client,
            new GrantProposals.Wish(
                wanted.recipient(),
                wanted.provisions(),
                language,
                wanted.released() ? Set.of(wanted.holder()) : Set.of()),
            Wording.in(language).witnessed(wanted.witnesses()) + "\n\n");
    return new Prepared(
        draft.grant(), draft.shown().document(), draft.shown().text(), draft.shown().language());
  }

  /**
   * Makes the grant, or its next version.
   *
   * @return the version
   * @throws net.sociallook.registry.web.Refused if the grant has changed since it was prepared
   */
  public int take(UUID client, Prepared prepared, Witnessing witnessing) {
    SignedDocument.Shown shown =
        new SignedDocument.Shown(prepared.document(), prepared.text(), prepared.language());
    return changes.capture(client, new WitnessedDocument(shown, witnessing)).version();
  }

  /** Who stands for this version; empty where the client signed herself. */
  public Optional<Witnessing> witnessOf(UUID grant, int version) {
    return kept.witnessed().find(grant, version).map(WitnessedDocument::witnessing);
  }

  /** Who stands for what was allowed last; empty where the client signed that herself. */
  public Optional<Witnessing> lastWitnessOf(UUID client, UUID grant) {
    return grants.find(client, grant).flatMap(found -> witnessOf(grant, found.signedVersion()));
  }

  /** The words of what an institution wrote down last, and their language. */
  public record Said(String text, String language) {}

  /** Empty where the client signed that herself. */
  public Optional<Said> lastSaid(UUID client, UUID grant) {
    return grants
        .find(client, grant)
        .flatMap(found -> kept.witnessed().find(grant, found.signedVersion()))
        .map(one -> new Said(one.shown().text(), one.shown().language()));
  }

  /** What the document allows. */
  public List<Provision> provisions(Prepared prepared) {
    return kept.documents().read(prepared.document()).provisions();
  }
}
