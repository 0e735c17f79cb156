package net.sociallook.gateway.lease;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds this node's lease at the consent registry: joins, renews, follows the withdrawal sequence,
 * acknowledges, and joins anew when the lease is over.
 *
 * <p>One thread drives all of it and is the only one that changes the {@link NodeLease}; what the
 * network answers is handed to that thread.
 */
public final class RegistryLeases implements Leases, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryLeases.class);
  private static final Duration TICK = Duration.ofMillis(25);
  private static final Duration JOIN_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(700);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RegistryConnection.Reply NO_REPLY = new RegistryConnection.Reply(0, "");

  private final NodeKey key;
  private final RegistryConnection registry;
  private final Clocks clocks;
  private final NodeLease node;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("lease").daemon().unstarted(task));
  private final Pace joining =
      new Pace(Duration.ofMillis(250), Duration.ofMillis(100), Duration.ofSeconds(2));
  private final Pace renewing =
      new Pace(Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(200));
  private final Pace acknowledging =
      new Pace(Duration.ZERO, Duration.ofMillis(25), Duration.ofMillis(200));
  private Optional<Following> following = Optional.empty();
  private long acknowledged;
  private long told;

  /** How this node stands; for health and {@code status}, never for a decision. */
  public record Status(boolean held, long epoch, long sequence, int inFlight) {}

  /** Serves nothing before {@link #start} and the first lease. */
  public RegistryLeases(NodeKey key, RegistryConnection registry, Clocks clocks) {
    this.key = key;
    this.registry = registry;
    this.clocks = clocks;
    this.node = new NodeLease(clocks, () -> run(this::acknowledge));
  }

  /** Begins to join; returns at once. */
  public void start() {
    // Any request: a lease counts from its sending, and a first connection can use up all of it.
    registry
        .get("/jwks", JOIN_WITHIN)
        .whenComplete((reply, error) ->
            thread.scheduleWithFixedDelay(
                () -> guarded(this::tick), 0, TICK.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public Optional<Refused> lastCheck(TokenStanding standing) {
    return node.lastCheck(standing);
  }

  @Override
  public InFlight register(TokenStanding standing, Runnable cut) {
    return node.register(standing, cut);
  }

  /** The lease that intents are written under; empty where there is none. */
  public Optional<UUID> current() {
    return node.held().filter(held -> !node.ranOut()).map(held -> held.lease);
  }

  public Status status() {
    return node.held()
        .filter(held -> !node.ranOut())
        .map(held -> new Status(true, held.epoch, held.withdrawals.sequence(), node.inFlight()))
        .orElseGet(() -> new Status(false, 0, 0, node.inFlight()));
  }

  /** Cuts what is running and refuses from now on. The lease runs out by itself. */
  @Override
  public void close() {
    run(() -> lose("closed"));
    thread.shutdown();
  }

  private void tick() {
    if (node.ranOut()) {
      lose("ran out");
    }
    if (node.held().isEmpty()) {
      join();
      return;
    }
    renew();
    follow();
    acknowledge();
  }

  private void join() {
    Moment now = clocks.now();
    if (!node.mayJoin() || !joining.due(now)) {
      return;
    }
    joining.begin(now);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "node", key.node(),
                "boot", key.boot(),
                "publicKey", key.key().toPublicJWK().toJSONObject()));
    registry
        .post("/leases", body, JOIN_WITHIN)
        .whenComplete((reply, error) ->
            run(() -> {
              boolean granted = error == null && reply.status() == 201;
              joining.end(clocks.now(), granted);
              if (granted) {
                joined(LeaseMessages.joined(reply.body()), now);
              }
            }));
  }

  private void joined(Joined answer, Moment sent) {
    node.joined(answer, sent);
    acknowledged = answer.sequence();
    told = answer.sequence();
    renewing.begin(sent);
    renewing.end(sent, true);
    LOG.info("lease: held, epoch {}, sequence {}", answer.epoch(), answer.sequence());
    follow();
  }

  private void renew() {
    Moment now = clocks.now();
    if (!renewing.due(now)) {
      return;
    }
    renewing.begin(now);
    exchange(
        "/renewals",
        // Not more than the acknowledgement under way says: the two can overtake each other.
        Map.of("acknowledged", told),
        reply -> {
          boolean done = reply.status() == 200;
          renewing.end(clocks.now(), done);
          if (done) {
            node.renewed(LeaseMessages.renewed(reply.body()), now);
          }
        });
  }

  private void acknowledge() {
    Moment now = clocks.now();
    long sequence = node.acknowledgeable();
    if (node.held().isEmpty() || sequence <= acknowledged || !acknowledging.due(now)) {
      return;
    }
    acknowledging.begin(now);
    told = sequence;
    exchange(
        "/acknowledgements",
        Map.of("sequence", sequence),
        reply -> {
          boolean done = reply.status() == 204;
          acknowledging.end(clocks.now(), done);
          if (done) {
            acknowledged = sequence;
            acknowledge();
          }
        });
  }

  private void follow() {
    NodeLease.Held held = node.held().orElseThrow();
    if (following.isEmpty()) {
      following = Optional.of(new Following(held.lease, registry, this::run, clocks));
    }
    following.get().keepOpen(held.withdrawals.sequence(), this::line);
  }

  private void line(String line) {
    node.applied(LeaseMessages.entry(line));
    acknowledge();
  }

  /**
   * Sends a message under the lease that is held now. Its answer counts only under the same one;
   * where none came, its status is 0.
   */
  private void exchange(
      String path, Map<String, ?> body, Consumer<RegistryConnection.Reply> answered) {
    UUID lease = node.held().orElseThrow().lease;
    registry
        .post("/leases/" + lease + path, JSON.writeValueAsString(body), ANSWER_WITHIN)
        .whenComplete((reply, error) ->
            run(() -> {
              if (node.held().filter(held -> held.lease.equals(lease)).isPresent()) {
                answered(error == null ? reply : NO_REPLY, answered);
              }
            }));
  }

  private void answered(
      RegistryConnection.Reply reply, Consumer<RegistryConnection.Reply> answered) {
    // A node that is slow to acknowledge is not renewed; the lease it has goes on till it runs out.
    boolean behind = reply.body().contains("/entry-unacknowledged\"");
    if (reply.status() >= 400 && reply.status() < 500 && !behind) {
      lose("ended by the registry");
    } else {
      answered.accept(reply);
    }
  }

  private void lose(String why) {
    if (node.held().isPresent()) {
      LOG.warn("lease: {} (expected: renewed)", why);
    }
    node.lose();
    following.ifPresent(Following::close);
    following = Optional.empty();
    renewing.reset();
    acknowledging.reset();
  }

  /** Whatever goes wrong in a step costs the lease: refusing is always right. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (LeaseBroken e) {
      LOG.warn(e.getMessage());
      lose("broken");
    } catch (RuntimeException e) {
      LOG.error("lease: failed (expected: as in the protocol)", e);
      lose("failed");
    }
  }

  private void run(Runnable step) {
    try {
      thread.execute(() -> guarded(step));
    } catch (RejectedExecutionException e) {
      LOG.debug("lease: closed");
    }
  }
}
