package net.sociallook.gateway.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import net.sociallook.gateway.lease.RegistryConnection;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger of the consent registry ({@code POST /intents}, {@code POST /outcomes}).
 *
 * <p>An intent that got no clear answer is an error and is never sent again: sent twice, one access
 * would stand there as two. An outcome names its intent, so it is sent again while the lease lives.
 */
public final class RegistryLedger implements Ledger {
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final int MALFORMED = 400;
  private static final int OUTCOME_TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RegistryConnection registry;
  private final Supplier<Optional<UUID>> lease;
  private final GroupCommit<Intent> intents;
  private final GroupCommit<Outcome> outcomes;

  /**
   * @param lease the lease that is held now, if any
   */
  public RegistryLedger(RegistryConnection registry, Supplier<Optional<UUID>> lease) {
    this.registry = registry;
    this.lease = lease;
    this.intents = new GroupCommit<>(Intent::id, this::writeIntents);
    this.outcomes = new GroupCommit<>(Outcome::intent, this::writeOutcomes);
  }

  @Override
  public Mono<Void> recordIntent(Intent intent) {
    return within(intents.add(intent));
  }

  @Override
  public Mono<Void> recordOutcome(Outcome outcome) {
    return within(outcomes.add(outcome))
        .retryWhen(
            Retry.backoff(OUTCOME_TRIES - 1, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(error -> !isRefused(error) && lease.get().isPresent()));
  }

  private static boolean isRefused(Throwable error) {
    return error instanceof NotRecorded not && not.isRefused();
  }

  private static Mono<Void> within(Mono<Void> record) {
    return record
        .timeout(WITHIN)
        .onErrorMap(TimeoutException.class, e -> new NotRecorded("ledger: no answer in time", e))
        // What follows a record does not hold up the thread that the next answer comes on.
        .publishOn(Schedulers.parallel());
  }

  private CompletionStage<Set<UUID>> writeIntents(List<Intent> records) {
    Optional<UUID> held = lease.get();
    return held.isEmpty()
        ? CompletableFuture.failedStage(new NotRecorded("lease: none"))
        : write(
            "/intents",
            Map.of("lease", held.get(), "intents", records),
            status -> status == MALFORMED);
  }

  private CompletionStage<Set<UUID>> writeOutcomes(List<Outcome> records) {
    return write("/outcomes", Map.of("outcomes", records), status -> status >= 400 && status < 500);
  }

  private CompletionStage<Set<UUID>> write(
      String path, Map<String, ?> message, IntPredicate refusal) {
    return registry
        .post(path, JSON.writeValueAsString(message), WITHIN)
        .thenApply(reply -> recorded(reply, refusal));
  }

  private static Set<UUID> recorded(RegistryConnection.Reply reply, IntPredicate refusal) {
    if (reply.status() != 201) {
      String what = "ledger answer: " + reply.status();
      throw refusal.test(reply.status()) ? NotRecorded.refused(what) : new NotRecorded(what);
    }
    Set<UUID> ids = new HashSet<>();
    for (JsonNode id : JSON.readTree(reply.body()).path("recorded").asArray()) {
      ids.add(UUID.fromString(id.stringValue()));
    }
    return ids;
  }
}
