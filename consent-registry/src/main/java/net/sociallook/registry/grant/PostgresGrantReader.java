package net.sociallook.registry.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.passkey.Assertion;
import org.springframework.stereotype.Component;

@Component
class PostgresGrantReader implements GrantReader {
  private final GrantStore grants;
  private final KeyChains chains;
  private final Documents kept;

  /** What grants rest on, how it is read, and whose word counts. */
  @Component
  record Documents(
      WitnessedDocuments witnessed,
      CanonicalDocument canonical,
      Directory directory,
      RepresentativeKeys representatives) {}

  PostgresGrantReader(GrantStore grants, KeyChains chains, Documents kept) {
    this.grants = grants;
    this.chains = chains;
    this.kept = kept;
  }

  @Override
  public Optional<Grant> grantFor(UUID client, InstitutionId recipient) {
    return grants.find(client, recipient).map(StoredGrant::current);
  }

  @Override
  public Optional<CurrentGrant> currentFor(
      UUID client, InstitutionId recipient, InstitutionId holder) {
    return grants
        .find(client, recipient)
        .map(grant -> {
          List<Proven> proofs = proofs(grant, holder);
          return new CurrentGrant(grant.current(), proofs, unproven(grant, holder, proofs));
        });
  }

  /** Stops where everything about the holder is carried; older proofs would add nothing. */
  private List<Proven> proofs(StoredGrant grant, InstitutionId holder) {
    List<Provision> standing =
        grant.current().provisions().all().stream()
            .filter(provision -> provision.holder().equals(holder))
            .toList();
    List<Proven> proofs = new ArrayList<>();
    List<Provision> unbroken = standing;
    for (GrantVersion version : grants.versions(grant.id()).reversed()) {
      unbroken = within(unbroken, version.provisions());
      Optional<Evidence> evidence = evidenceOf(version, grant, holder);
      if (evidence.isPresent()) {
        List<Provision> signed = kept.canonical().read(evidence.get().document()).provisions();
        proofs.add(new Proven(evidence.get(), within(unbroken, signed)));
        if (proofs.getLast().provisions().size() == standing.size()) {
          break;
        }
      }
    }
    return proofs;
  }

  /** By the newest document that would carry some of what is not carried; else the key. */
  private Unproven unproven(StoredGrant grant, InstitutionId holder, List<Proven> proofs) {
    List<Provision> missing =
        grant.current().provisions().all().stream()
            .filter(provision -> provision.holder().equals(holder))
            .filter(provision -> proofs.stream().noneMatch(proof -> proof.carries(provision)))
            .toList();
    if (missing.isEmpty()) {
      return Unproven.KEY;
    }
    return grants.versions(grant.id()).reversed().stream()
        .flatMap(version -> document(grant, version).stream())
        .filter(one -> !within(missing, kept.canonical().read(one.bytes()).provisions()).isEmpty())
        .findFirst()
        .map(Kept::unproven)
        .orElse(Unproven.KEY);
  }

  /** A document, and what is missing where it proves nothing. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  private record Kept(byte[] bytes, Unproven unproven) {}

  private Optional<Kept> document(StoredGrant grant, GrantVersion version) {
    return switch (version.change()) {
      case SIGNED ->
          grants
              .signed(grant.id(), version.number())
              .map(signed -> signed.shown().document())
              .map(bytes ->
                  new Kept(
                      bytes,
                      kept.canonical().onBehalf(bytes).isPresent()
                          ? Unproven.REPRESENTATION
                          : Unproven.KEY));
      case CAPTURED ->
          kept.witnessed()
              .find(grant.id(), version.number())
              .map(one -> new Kept(one.shown().document(), Unproven.LEVEL));
      case NARROWED, BLOCKED, WITHDRAWN -> Optional.empty();
    };
  }

  private static List<Provision> within(List<Provision> provisions, List<Provision> others) {
    return provisions.stream().filter(one -> others.stream().anyMatch(one::liesWithin)).toList();
  }

  private Optional<Evidence> evidenceOf(
      GrantVersion version, StoredGrant grant, InstitutionId holder) {
    return switch (version.change()) {
      case SIGNED ->
          grants
              .signed(grant.id(), version.number())
              .flatMap(signed -> signedEvidence(signed, grant.client(), holder));
      case CAPTURED ->
          kept.witnessed()
              .find(grant.id(), version.number())
              .filter(one -> one.witnessing().institution().equals(holder))
              .filter(one -> accepts(holder, one.witnessing().level()))
              .map(one ->
                  new WitnessedEvidence(
                      one.shown().document(),
                      one.witnessing().level(),
                      one.witnessing().statement()));
      case NARROWED, BLOCKED, WITHDRAWN -> Optional.empty();
    };
  }

  private boolean accepts(InstitutionId holder, EvidenceLevel level) {
    return kept.directory().institution(holder).filter(one -> one.accepts(level)).isPresent();
  }

  private Optional<Evidence> signedEvidence(
      SignedDocument signed, UUID client, InstitutionId holder) {
    Assertion assertion = signed.assertion();
    return chain(signed, client, holder)
        .map(chain ->
            new SignedEvidence(
                signed.shown().document(),
                new SignedEvidence.Assertion(
                    assertion.authenticatorData(), assertion.clientData(), assertion.signature()),
                chain.steps(),
                chain.endorsed()));
  }

  /** The client's own key leads to an older one of hers; a representative's is itself endorsed. */
  private Optional<KeyChains.Chain> chain(
      SignedDocument signed, UUID client, InstitutionId holder) {
    byte[] credential = signed.assertion().credentialId();
    return kept.canonical()
        .onBehalf(signed.shown().document())
        .map(behalf ->
            Optional.ofNullable(behalf.endorsements().get(holder.value()))
                .flatMap(id -> kept.representatives().endorsedFor(client, holder, id, credential))
                .map(key -> new KeyChains.Chain(List.of(), key)))
        .orElseGet(() -> chains.from(client, credential, holder));
  }
}
