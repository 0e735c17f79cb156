package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/**
 * Stops who guesses codes: after 20 wrong ones within ten minutes nothing is looked up for that
 * address until the ten minutes are over. Each node of the registry counts for itself.
 */
@Component
public class WrongCodes {
  static final int MOST = 20;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int ADDRESSES = 10_000;

  private final Clock clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > ADDRESSES;
        }
      };

  WrongCodes(Clock clock) {
    this.clock = clock;
  }

  private record Tries(Instant since, int count) {}

  /**
   * @throws Refused with {@link Problem#TOO_MANY_TRIES}
   */
  public synchronized void requireFew(HttpServletRequest request) {
    if (of(addressOf(request)).count() >= MOST) {
      throw new Refused(Problem.TOO_MANY_TRIES);
    }
  }

  public synchronized void count(HttpServletRequest request) {
    Tries before = of(addressOf(request));
    tries.put(addressOf(request), new Tries(before.since(), before.count() + 1));
  }

  private Tries of(String address) {
    Instant now = clock.instant();
    Tries known = tries.getOrDefault(address, new Tries(now, 0));
    return now.isBefore(known.since().plus(WINDOW)) ? known : new Tries(now, 0);
  }

  /** The operator's proxy adds the address it sees as the last one; before that stands anything. */
  private static String addressOf(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    return forwarded == null
        ? request.getRemoteAddr()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
