package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/**
 * Giving and widening as the page does it: puts the words before the client, and tells later what
 * became of them. The signature itself goes to {@code POST /api/grants}.
 */
@Component
public class Giving {
  private final GrantProposals drafts;
  private final Proposals proposals;
  private final GrantStore grants;
  private final ReachedGrants seen;

  Giving(GrantProposals drafts, Proposals proposals, GrantStore grants, ReachedGrants seen) {
    this.drafts = drafts;
    this.proposals = proposals;
    this.grants = grants;
    this.seen = seen;
  }

  /**
   * @param language of the words to be signed, a tag of one of the languages of the page
   * @param released holders whose professionals the client releases from secrecy
   */
  public record Wanted(
      InstitutionId recipient,
      List<Provision> provisions,
      String language,
      Set<InstitutionId> released) {}

  /** The document that was put before the client, by which its fate is found. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  public record Put(UUID proposal, UUID grant, byte[] documentHash) {}

  /**
   * What is to be signed.
   *
   * @param text every character of which the document commits to
   * @param language of the text
   */
  public record ToSign(UUID proposal, String text, String language, RequestOptions options) {}

  /**
   * Good for five minutes and one signature.
   *
   * @throws Refused with {@link Problem#NOT_LINKED}, {@link Problem#MALFORMED} or {@link
   *     Problem#RELEASE_NEEDED}
   */
  public Put put(SignedIn who, Wanted wanted) {
    GrantProposals.Draft draft =
        drafts.draft(
            who,
            new GrantProposals.Wish(
                wanted.recipient(),
                wanted.provisions(),
                Language.ofCode(wanted.language()),
                wanted.released()));
    Proposals.Proposed proposed =
        proposals.propose(
            new Proposals.Subject(Proposals.Kind.GRANT, who, draft.grant()), draft.shown());
    return new Put(proposed.proposal(), draft.grant(), Bytes.sha256(draft.shown().document()));
  }

  /** Of the holders in what she would sign, those whose staff are bound to secrecy. */
  public List<Institution> bound(
      SignedIn who, InstitutionId recipient, List<Provision> provisions) {
    return drafts.bound(who, recipient, provisions);
  }

  /** The grant to this recipient, as far as it is seen; empty where there is none or no more. */
  public Optional<Grant> standing(SignedIn who, InstitutionId recipient) {
    return seen.find(who, recipient)
        .filter(grant -> !grant.isWithdrawn())
        .map(StoredGrant::current);
  }

  /** Nobody can sign it any more, if nobody has. */
  public void takeBack(SignedIn who, UUID proposal) {
    proposals.drop(who, proposal);
  }

  /** Empty when it is over, or was answered, rightly or wrongly. */
  public Optional<ToSign> pending(SignedIn who, UUID proposal) {
    return proposals
        .pending(who, proposal)
        .map(shown ->
            new ToSign(proposal, shown.text(), shown.language(), proposals.options(who, shown)));
  }

  /**
   * What the client signed last for a grant.
   *
   * @param credential id of the passkey
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  public record Signed(String text, String language, Instant at, byte[] credential) {}

  /** Empty where there is no such grant, or a part of it lies beyond reach. */
  public Optional<Signed> signed(SignedIn who, UUID grant) {
    return seen.find(who, grant)
        .filter(found -> seen.isWhole(who, grant))
        .flatMap(found ->
            grants
                .signed(grant, found.signedVersion())
                .map(signed ->
                    new Signed(
                        signed.shown().text(),
                        signed.shown().language(),
                        grants.versions(grant).get(found.signedVersion() - 1).createdAt(),
                        signed.assertion().credentialId())));
  }

  /** Whether the client has signed this document, and it was taken. */
  public boolean isSigned(SignedIn who, Put put) {
    return seen.find(who, put.grant()).isPresent()
        && grants.versions(put.grant()).stream()
            .filter(version -> version.change() == GrantVersion.Change.SIGNED)
            .flatMap(version -> grants.signed(put.grant(), version.number()).stream())
            .anyMatch(signed ->
                Arrays.equals(Bytes.sha256(signed.shown().document()), put.documentHash()));
  }
}
