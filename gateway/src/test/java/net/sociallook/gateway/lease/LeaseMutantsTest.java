package net.sociallook.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.GrantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of a lease is broken once, and the situation that it is for shows it. */
class LeaseMutantsTest {
  private static final GrantId GRANT = new GrantId(UUID.randomUUID().toString());
  private static final TokenStanding STANDING = new TokenStanding(GRANT, 3, UUID.randomUUID(), 99);

  /** A situation and the lease that is wrong in it. */
  enum Situation {
    REPLY_TRAVELS_LONG {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        Moment sent = clocks.now();
        clocks.pass(Duration.ofMillis(400));
        lease.joined(joined(), sent);
        clocks.pass(Duration.ofMillis(1_600));
        assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          LeaseTerm term(long millis, Moment sent, Moment received) {
            return new LeaseTerm(received, millis);
          }
        };
      }
    },

    REQUEST_STILL_RUNS_ON_A_DEAD_VERSION {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        lease.joined(joined(), clocks.now());
        lease.register(STANDING, () -> {});
        lease.applied(new Entry.OfGrant(101, GRANT, 4));
        assertThat(lease.acknowledgeable()).isEqualTo(100);
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          long acknowledgeable() {
            return held().orElseThrow().withdrawals.sequence();
          }
        };
      }
    },

    WALL_CLOCK_IS_SET_BACK {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        lease.joined(joined(), clocks.now());
        clocks.setBack(Duration.ofHours(1));
        clocks.pass(Duration.ofSeconds(2));
        assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          boolean over(LeaseTerm term, Moment now) {
            return now.wallMillis() - term.from().wallMillis() >= term.millis();
          }
        };
      }
    },

    MACHINE_SLEEPS {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        lease.joined(joined(), clocks.now());
        clocks.sleep(Duration.ofSeconds(2));
        assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          boolean over(LeaseTerm term, Moment now) {
            return now.nanos() - term.from().nanos() >= term.millis() * 1_000_000;
          }
        };
      }
    },

    WITHDRAWN_BEFORE_THE_NODE_JOINED {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        lease.joined(
            new Joined(
                UUID.randomUUID(), 7, 2_000, 99, 100, List.of(new Entry.OfGrant(100, GRANT, 4))),
            clocks.now());
        assertThat(lease.lastCheck(STANDING)).contains(Refused.VERSION_DEAD);
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          Withdrawals snapshot(Joined answer, Moment now) {
            return new Withdrawals(answer.floor());
          }
        };
      }
    },

    ENTRY_COMES_WHILE_A_REQUEST_IS_REGISTERED {
      @Override
      void play(Variant variant) {
        ManualClocks clocks = new ManualClocks();
        NodeLease lease = variant.lease(clocks);
        lease.joined(joined(), clocks.now());
        InFlight request = lease.register(STANDING, () -> {});
        boolean told = lease.acknowledgeable() == 101;
        assertThat(told && request.alive()).isFalse();
      }

      @Override
      NodeLease right(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          void enter(Running request) {
            super.enter(request);
            applied(new Entry.OfGrant(101, GRANT, 4));
          }
        };
      }

      @Override
      NodeLease broken(Clocks clocks) {
        return new NodeLease(clocks, () -> {}) {
          @Override
          void enter(Running request) {
            if (lastCheck(request.standing()).isPresent()) {
              request.kill();
            }
            applied(new Entry.OfGrant(101, GRANT, 4));
            count(request);
          }
        };
      }
    };

    abstract void play(Variant variant);

    abstract NodeLease broken(Clocks clocks);

    NodeLease right(Clocks clocks) {
      return new NodeLease(clocks, () -> {});
    }

    static Joined joined() {
      return new Joined(
          UUID.randomUUID(), 7, 2_000, 99, 100, List.of(new Entry.OfToken(100, new UUID(1, 1))));
    }
  }

  interface Variant {
    NodeLease lease(Clocks clocks);
  }

  @ParameterizedTest
  @EnumSource
  void theRightLeaseIsRight(Situation situation) {
    situation.play(situation::right);
  }

  @ParameterizedTest
  @EnumSource
  void theBrokenLeaseIsCaught(Situation situation) {
    assertThrows(AssertionError.class, () -> situation.play(situation::broken));
  }

  @Test
  void aStepOfTheWallClockThatIsSmallDoesNotEndALease() {
    ManualClocks clocks = new ManualClocks();
    NodeLease lease = new NodeLease(clocks, () -> {});
    lease.joined(Situation.joined(), clocks.now());

    clocks.setBack(Duration.ofMillis(100));

    assertThat(lease.lastCheck(STANDING)).isEmpty();
  }
}
