package net.sociallook.registry.push.delivery;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import net.sociallook.registry.push.Device;
import net.sociallook.registry.push.Notices;
import net.sociallook.registry.push.Notices.Notice;
import net.sociallook.registry.push.PushProperties.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells devices what they have not been told yet; at least once each. */
final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int AT_ONCE = 64;

  /** Longer than any notice in any language, so that all are equally long. */
  static final int PADDED = 512;

  private final Notices notices;
  private final Outgoing outgoing;
  private final Pace pace;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  Delivery(Notices notices, Outgoing outgoing, Pace pace, Clock clock) {
    this.notices = notices;
    this.outgoing = outgoing;
    this.pace = pace;
    this.clock = clock;
  }

  /** Begins with all that is due and that there is room for. For one thread. */
  void begin() {
    Instant now = clock.instant();
    int most = room.availablePermits();
    if (most == 0) {
      return;
    }
    List<Notice> due = notices.take(now, now.minus(pace.gather()), pace.lost(), most);
    for (Notice notice : due) {
      room.acquireUninterruptibly();
      senders.execute(() -> deliver(notice));
    }
  }

  private void deliver(Notice notice) {
    try {
      tell(notice);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("push: no database ({})", e.getClass().getSimpleName());
    } finally {
      room.release();
    }
  }

  private void tell(Notice notice) throws InterruptedException {
    Instant now = clock.instant();
    Duration left = Duration.between(now, notice.since().plus(pace.expiry()));
    if (!notice.wanted() || !left.isPositive()) {
      notices.done(notice, now);
      return;
    }
    Device.Address address = notice.device().address();
    Optional<URI> endpoint = outgoing.services().find(address.endpoint().toString());
    Optional<ECKey> key = outgoing.keys().find(address.vapidKey());
    boolean possible = endpoint.isPresent() && key.isPresent();
    settle(
        notice,
        possible
            ? outgoing.send(notice.device(), endpoint.get(), key.get(), now, left)
            : new PushAnswer.NotTaken(0, Duration.ZERO));
  }

  private void settle(Notice notice, PushAnswer answer) {
    switch (answer) {
      case PushAnswer.Taken taken -> notices.done(notice, clock.instant());
      case PushAnswer.Gone gone -> notices.forget(notice.device());
      case PushAnswer.NotTaken(int status, Duration asked) -> {
        LOG.warn(
            "push: {} by {} (expected: 201)",
            status == 0 ? "no answer" : status,
            notice.device().address().endpoint().getHost());
        Duration own = pace.after(notice.attempts());
        Duration wait = asked.compareTo(own) > 0 ? asked : own;
        notices.again(notice, clock.instant().plus(wait));
      }
    }
  }

  /** What is under way stays to be told, by whoever takes it next. */
  @Override
  public void close() {
    senders.shutdownNow();
  }
}
