package net.sociallook.registry.push;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Telling clients' devices that there is something new.
 *
 * @param keys files with one private JWK (EC P-256) each; browsers are told of the first. Empty:
 *     nothing is offered
 * @param contact {@code mailto:} or {@code https:} address at which push services reach the
 *     operator
 * @param services the push services that may be spoken to
 * @param trust PEM file with the authorities of their certificates; empty: those of Java
 * @param pace how fast
 */
@ConfigurationProperties("sociallook.registry.push")
public record PushProperties(
    @DefaultValue List<Path> keys,
    @DefaultValue("") String contact,
    @DefaultValue({
          "fcm.googleapis.com",
          "updates.push.services.mozilla.com",
          "*.push.apple.com",
          "*.notify.windows.com"
        })
        List<String> services,
    @DefaultValue("") String trust,
    @DefaultValue Pace pace) {
  private static final String PREFIX = "sociallook.registry.push.";

  public PushProperties {
    keys = List.copyOf(keys);
    services = List.copyOf(services);
    try {
      new PushServices(services);
    } catch (IllegalArgumentException e) {
      throw new RefusesToStart(PREFIX + "services: " + e.getMessage() + ".", e);
    }
    if (!keys.isEmpty() && !isContact(contact)) {
      throw new RefusesToStart(
          PREFIX + "contact: " + contact + " (expected: mailto:name@host or https://host).");
    }
  }

  private static boolean isContact(String contact) {
    try {
      URI address = URI.create(contact);
      boolean mail = "mailto".equals(address.getScheme()) && contact.indexOf('@') > 0;
      return mail || ("https".equals(address.getScheme()) && address.getHost() != null);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * How fast, and for how long.
   *
   * @param gather what comes within this time is told at once
   * @param patience with a push service that does not answer
   * @param retry before the second attempt; twice as long before each one after it, at most an hour
   * @param expiry what could not be told by then is not told any more
   */
  public record Pace(
      @DefaultValue("1m") Duration gather,
      @DefaultValue("10s") Duration patience,
      @DefaultValue("30s") Duration retry,
      @DefaultValue("24h") Duration expiry) {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    public Pace {
      requirePositive("patience", patience);
      requirePositive("retry", retry);
      requirePositive("expiry", expiry);
      if (gather.isNegative()) {
        throw new RefusesToStart(PREFIX + "pace.gather: " + gather + " (expected: not negative).");
      }
    }

    private static void requirePositive(String key, Duration span) {
      if (!span.isPositive()) {
        throw new RefusesToStart(PREFIX + "pace." + key + ": " + span + " (expected: positive).");
      }
    }

    /**
     * How long to wait after this many attempts.
     *
     * @param attempts from 1
     */
    public Duration after(int attempts) {
      Duration doubled = retry.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
      return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** After this time somebody who began to tell is held to be gone. */
    public Duration lost() {
      return patience.multipliedBy(3);
    }
  }
}
