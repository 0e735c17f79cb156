package net.sociallook.registry.received;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.RecipientGrants;
import net.sociallook.registry.grant.RecipientGrants.GivenGrant;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what an institution is granted. Grants and blocks are read as they stood at one moment. */
public final class ReceivedGrants {
  private final TransactionOperations repeatableRead;
  private final Sources sources;
  private final Directory directory;
  private final Clock clock;

  ReceivedGrants(
      TransactionOperations repeatableRead, Sources sources, Directory directory, Clock clock) {
    this.repeatableRead = repeatableRead;
    this.sources = sources;
    this.directory = directory;
    this.clock = clock;
  }

  /** What is kept. */
  record Sources(RecipientGrants grants, BlockReader blocks, Pseudonyms pseudonyms) {}

  /**
   * @param next what the next page comes after; empty after the last
   */
  record Page(List<ReceivedGrant> grants, Optional<UUID> next) {}

  /** What the client allows this recipient now, or has allowed for later; may be empty. */
  public List<Provision> standing(InstitutionId recipient, UUID client) {
    RecipientGrants.Slice one = new RecipientGrants.Slice(Optional.of(client), Optional.empty(), 1);
    return inOneMoment(() ->
        sources.grants().page(recipient, one).stream()
            .flatMap(given ->
                recipient(recipient)
                    .of(given.current(), sources.blocks().blocksOf(client))
                    .stream())
            .toList());
  }

  /** Empty also where the grant is another institution's. */
  Optional<ReceivedGrant> find(InstitutionId caller, UUID id) {
    return inOneMoment(() ->
        sources.grants().find(caller, id).flatMap(given -> received(recipient(caller), given)));
  }

  Page page(InstitutionId caller, ReceivedQuery query) {
    return inOneMoment(() -> {
      Optional<UUID> client =
          query.patient().flatMap(patient -> sources.pseudonyms().clientOf(caller, patient));
      return query.patient().isPresent() && client.isEmpty()
          ? new Page(List.of(), Optional.empty())
          : page(caller, query, client);
    });
  }

  private Page page(InstitutionId caller, ReceivedQuery query, Optional<UUID> client) {
    int count = query.count();
    List<GivenGrant> given =
        sources.grants().page(caller, new RecipientGrants.Slice(client, query.after(), count + 1));
    LiveProvisions live = recipient(caller);
    List<ReceivedGrant> shown =
        given.stream()
            .limit(count)
            .flatMap(one -> received(live, one).stream())
            .filter(one -> query.states().contains(one.state()))
            .toList();
    return new Page(
        shown, given.size() > count ? Optional.of(given.get(count - 1).id()) : Optional.empty());
  }

  /** Empty where the client is not linked to the recipient any more. */
  private Optional<ReceivedGrant> received(LiveProvisions live, GivenGrant given) {
    InstitutionId recipient = given.current().parties().recipient();
    return sources
        .pseudonyms()
        .of(given.client(), recipient)
        .map(pseudonym ->
            new ReceivedGrant(
                given.id(),
                given.current().version().number(),
                recipient,
                pseudonym,
                live.of(given.current(), sources.blocks().blocksOf(given.client())),
                given.signedAt(),
                given.by()));
  }

  private LiveProvisions recipient(InstitutionId caller) {
    Institution institution =
        directory.institution(caller).orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
    return new LiveProvisions(institution, clock.instant());
  }

  private <T> T inOneMoment(java.util.function.Supplier<T> reading) {
    T read = repeatableRead.execute(status -> reading.get());
    if (read == null) {
      throw new IllegalStateException("reading: nothing (expected: a value)");
    }
    return read;
  }
}
