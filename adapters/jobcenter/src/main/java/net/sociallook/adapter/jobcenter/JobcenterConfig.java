package net.sociallook.adapter.jobcenter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.sociallook.adapter.AdapterConfig;
import net.sociallook.adapter.Settings;

/**
 * An adapter's configuration, and where its case system is.
 *
 * @param system without a path, as {@code https://fallwerk.example}
 * @param secret the key that the case system wants to see
 * @param patience how long one answer of it may take
 */
record JobcenterConfig(AdapterConfig adapter, URI system, String secret, Duration patience) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(8);
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Reads the keys of {@link AdapterConfig#read} and {@code system.url}, {@code
   * system.secret-file}, {@code system.timeout} (8, in seconds); refuses others. Without TLS the
   * key goes to this machine only.
   */
  static JobcenterConfig read(Path file) {
    Settings settings = Settings.read(file);
    JobcenterConfig config =
        new JobcenterConfig(
            AdapterConfig.read(settings),
            address(settings, settings.text("system.url")),
            secret(settings, settings.path("system.secret-file")),
            settings
                .optional("system.timeout")
                .map(text -> seconds(settings, text))
                .orElse(USUAL_PATIENCE));
    settings.refuseOthers();
    return config;
  }

  private static URI address(Settings settings, String text) {
    URI address = uri(settings, text);
    boolean https = "https".equals(address.getScheme());
    boolean http = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    String rest = text.replaceFirst("^https?://[^/?#@]+/?", "");
    if (!(https || http) || address.getHost() == null || !rest.isEmpty()) {
      throw settings.wrong(
          "system.url", text, "https://host:port, or http://127.0.0.1:port, without a path");
    }
    return address.resolve("/");
  }

  private static URI uri(Settings settings, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw settings.wrong("system.url", text, "https://host:port");
    }
  }

  private static Duration seconds(Settings settings, String text) {
    if (!text.matches("[1-9][0-9]?")) {
      throw settings.wrong("system.timeout", text, "1 to 99 seconds");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static String secret(Settings settings, Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (!secret.matches("[!-~]{1,200}")) {
        throw settings.wrong("system.secret-file", file.toString(), "one line of visible signs");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
