package net.sociallook.adapter;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * All that an adapter of one institution must be told.
 *
 * @param institution the institution's id in SOCIALLOOK
 * @param dataDirectory for its links and its key; made if absent, one adapter for each
 * @param zone in which dates without a time are meant
 */
public record AdapterConfig(
    String institution, Listen listen, Trust trust, Path dataDirectory, ZoneId zone) {

  public AdapterConfig {
    if (!institution.matches("[a-z0-9-]{3,64}")) {
      throw new IllegalArgumentException(
          "institution: " + institution + " (expected: 3 to 64 of a-z, 0-9, -)");
    }
  }

  /**
   * Reads the keys {@code institution}, {@code host} (127.0.0.1), {@code port}, {@code
   * health-port}, {@code server.certificate}, {@code server.key}, {@code trust-anchor}, {@code
   * gateway-keys}, {@code institution.certificate}, {@code institution.key}, {@code gateways}
   * (all), {@code data-directory}, {@code zone} (Europe/Berlin); in brackets what holds when left
   * out.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   */
  public static AdapterConfig read(Settings settings) {
    return new AdapterConfig(
        settings.text("institution"),
        Listen.read(settings),
        Trust.read(settings),
        settings.path("data-directory"),
        zone(settings));
  }

  private static ZoneId zone(Settings settings) {
    String name = settings.optional("zone").orElse("Europe/Berlin");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw settings.wrong("zone", name, "a time zone, as Europe/Berlin");
    }
  }
}
