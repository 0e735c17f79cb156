package net.sociallook.registry.grant;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.registry.grant.GrantVersion.Change;
import net.sociallook.registry.grant.TakingBack.Taken;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every way in which a grant gets its next version. */
@Component
class GrantChanges {
  private final GrantStore grants;
  private final CanonicalDocument documents;
  private final WithdrawalSequence sequence;
  private final Acts acts;

  /** What a session sees of grants, what is kept of who changed them, and when that is. */
  @Component
  record Acts(
      ReachedGrants seen, RepresentedVersions versions, PasskeyStore passkeys, Clock clock) {}

  GrantChanges(
      GrantStore grants, CanonicalDocument documents, WithdrawalSequence sequence, Acts acts) {
    this.grants = grants;
    this.documents = documents;
    this.sequence = sequence;
    this.acts = acts;
  }

  /**
   * Creates or widens the grant that the client has signed. It takes nothing back, since a proposal
   * contains all that stands.
   *
   * @throws Refused with {@link Problem#GRANT_CHANGED} if it is not the next version any more, or
   *     as {@link #requireSigner}
   */
  @Transactional
  public StoredGrant sign(SignedIn who, SignedDocument signed) {
    requireSigner(signed);
    StoredGrant given =
        give(
            who.client(),
            signed,
            Change.SIGNED,
            standing -> !who.reach().covers(standing.holder()));
    acts.versions().keep(who, given.id(), given.version());
    return given;
  }

  /**
   * Creates or widens the grant by what an institution has witnessed. What is about other holders'
   * data stays as it is.
   *
   * @throws Refused with {@link Problem#GRANT_CHANGED} if it is not the next version any more
   */
  @Transactional
  public StoredGrant capture(UUID client, WitnessedDocument witnessed) {
    InstitutionId holder = witnessed.witnessing().institution();
    return give(client, witnessed, Change.CAPTURED, standing -> !standing.holder().equals(holder));
  }

  /**
   * Within the caller's transaction: it is stored before the passkey is removed, or not at all.
   *
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED} if the passkey was removed meanwhile
   */
  void requireSigner(SignedDocument signed) {
    acts.passkeys().requireActive(signed.assertion().credentialId());
  }

  private StoredGrant give(
      UUID client, GrantDocument document, Change change, Predicate<Provision> untouched) {
    CanonicalDocument.Content content = documents.read(document.shown().document());
    InstitutionId recipient = new InstitutionId(content.recipient());
    grants.lockClient(client);
    Optional<StoredGrant> existing = grants.find(client, recipient);
    if (existing.map(StoredGrant::version).orElse(0) + 1 != content.version()
        || existing.filter(grant -> !grant.id().equals(content.grant())).isPresent()) {
      throw new Refused(Problem.GRANT_CHANGED);
    }
    Stream<Provision> standing =
        existing.stream().flatMap(grant -> grant.current().provisions().all().stream());
    GrantVersion next =
        new GrantVersion(
            content.grant(),
            content.version(),
            change,
            Stream.concat(standing.filter(untouched), content.provisions().stream()).toList(),
            content.version(),
            OptionalLong.empty(),
            acts.clock().instant());
    if (existing.isEmpty()) {
      grants.create(new Grant.Parties(new ClientId(client.toString()), recipient), next, document);
    } else {
      grants.keep(content.grant(), content.version(), document);
      grants.append(next, false);
    }
    return find(client, content.grant());
  }

  /**
   * @throws Refused if there is no such grant, if it is withdrawn, or if the outcome is not less
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<Integer> narrow(SignedIn who, UUID id, Narrowings.Less narrowed) {
    grants.lockClient(who.client());
    requireSeen(who, id);
    StoredGrant grant = find(who.client(), id);
    List<Provision> all = grant.current().provisions().all();
    List<Provision> within = ReachedGrants.within(who.reach(), all);
    if (grant.isWithdrawn() || within.isEmpty()) {
      throw new Refused(Problem.GRANT_WITHDRAWN);
    }
    Provisions present = new Provisions(within);
    Provisions less = new Provisions(Correct.orRefused(() -> narrowed.of(present.all())));
    if (!less.lieWithin(present) || less.equals(present)) {
      throw new Refused(Problem.NOT_WITHIN);
    }
    return raise(grant, Change.NARROWED, beside(ReachedGrants.beyond(who.reach(), all), less), who);
  }

  /**
   * Takes back all that lies within reach. What is taken back already changes nothing and is
   * answered in the same way.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<Integer> withdraw(SignedIn who, UUID id) {
    grants.lockClient(who.client());
    if (requireSeen(who, id).isWithdrawn()) {
      GrantVersion last = acts.seen().versions(who, id).getLast();
      return new Taken<>(last.number(), last.sequence().orElseGet(sequence::current));
    }
    StoredGrant grant = find(who.client(), id);
    List<Provision> beyond = ReachedGrants.beyond(who.reach(), grant.current().provisions().all());
    return raise(grant, beyond.isEmpty() ? Change.WITHDRAWN : Change.NARROWED, beyond, who);
  }

  /** Makes everything that rests on the grant's present version start anew. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<Integer> block(StoredGrant grant, SignedIn who) {
    return raise(grant, Change.BLOCKED, grant.current().provisions().all(), who);
  }

  private Taken<Integer> raise(
      StoredGrant grant, Change change, List<Provision> provisions, SignedIn who) {
    int version = grant.version() + 1;
    long number = sequence.append(List.of(new WithdrawalEntry.GrantRaised(grant.id(), version)));
    grants.append(
        new GrantVersion(
            grant.id(),
            version,
            change,
            provisions,
            grant.signedVersion(),
            OptionalLong.of(number),
            acts.clock().instant()),
        true);
    acts.versions().keep(who, grant.id(), version);
    return new Taken<>(version, number);
  }

  private static List<Provision> beside(List<Provision> others, Provisions less) {
    return Stream.concat(others.stream(), less.all().stream()).toList();
  }

  private StoredGrant requireSeen(SignedIn who, UUID id) {
    return acts.seen().find(who, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private StoredGrant find(UUID client, UUID id) {
    return grants.find(client, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
