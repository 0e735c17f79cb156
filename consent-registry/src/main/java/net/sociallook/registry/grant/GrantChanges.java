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
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalSequence;
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
  private final Clock clock;

  GrantChanges(
      GrantStore grants, CanonicalDocument documents, WithdrawalSequence sequence, Clock clock) {
    this.grants = grants;
    this.documents = documents;
    this.sequence = sequence;
    this.clock = clock;
  }

  /**
   * Creates or widens the grant that the client has signed. It takes nothing back, since a proposal
   * contains all that stands.
   *
   * @throws Refused with {@link Problem#GRANT_CHANGED} if it is not the next version any more
   */
  @Transactional
  public StoredGrant sign(UUID client, SignedDocument signed) {
    return give(client, signed, Change.SIGNED, standing -> false);
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
            clock.instant());
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
  public Taken<Integer> narrow(UUID client, UUID id, Narrowings.Less narrowed) {
    grants.lockClient(client);
    StoredGrant grant = find(client, id);
    if (grant.isWithdrawn()) {
      throw new Refused(Problem.GRANT_WITHDRAWN);
    }
    Provisions present = grant.current().provisions();
    Provisions less = new Provisions(Correct.orRefused(() -> narrowed.of(present.all())));
    if (!less.lieWithin(present) || less.equals(present)) {
      throw new Refused(Problem.NOT_WITHIN);
    }
    return raise(grant, Change.NARROWED, less.all());
  }

  /** Taking back what is taken back already changes nothing and is answered in the same way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<Integer> withdraw(UUID client, UUID id) {
    grants.lockClient(client);
    StoredGrant grant = find(client, id);
    if (!grant.isWithdrawn()) {
      return raise(grant, Change.WITHDRAWN, List.of());
    }
    long number = grants.versions(id).get(grant.version() - 1).sequence().orElseThrow();
    return new Taken<>(grant.version(), number);
  }

  /** Makes everything that rests on the grant's present version start anew. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<Integer> block(StoredGrant grant) {
    return raise(grant, Change.BLOCKED, grant.current().provisions().all());
  }

  private Taken<Integer> raise(StoredGrant grant, Change change, List<Provision> provisions) {
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
            clock.instant()),
        true);
    return new Taken<>(version, number);
  }

  private StoredGrant find(UUID client, UUID id) {
    return grants.find(client, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
