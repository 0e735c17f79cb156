package net.sociallook.adapter.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import net.sociallook.adapter.AdapterConfig;
import net.sociallook.adapter.Settings;

/**
 * An adapter's configuration, and where its FHIR server is.
 *
 * @param kinds what the institution keeps there
 */
record ProviderConfig(AdapterConfig adapter, Address system, Set<Kind> kinds) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Reads the keys of {@link AdapterConfig#read} and {@code system.url}, {@code
   * system.secret-file}, {@code kinds}; refuses others.
   */
  static ProviderConfig read(Path file) {
    Settings settings = Settings.read(file);
    ProviderConfig config =
        new ProviderConfig(
            AdapterConfig.read(settings),
            new Address(url(settings), settings.path("system.secret-file")),
            kinds(settings));
    settings.refuseOthers();
    return config;
  }

  // The secret goes with every request: never in the clear over a network.
  private static URI url(Settings settings) {
    String text = settings.text("system.url");
    String expected = "https, or http to the loopback address, without query and user";
    try {
      URI url = new URI(text.replaceFirst("/+$", ""));
      boolean safe =
          "https".equals(url.getScheme())
              || "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
      boolean plain =
          url.getHost() != null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getRawUserInfo() == null;
      if (!safe || !plain) {
        throw settings.wrong("system.url", text, expected);
      }
      return url;
    } catch (URISyntaxException e) {
      throw settings.wrong("system.url", text, expected);
    }
  }

  private static Set<Kind> kinds(Settings settings) {
    String text = settings.text("kinds");
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String word : text.split(",", -1)) {
      Kind kind =
          Kind.named(word.strip())
              .orElseThrow(() ->
                  settings.wrong("kinds", word.strip(), "of " + Arrays.toString(Kind.values())));
      if (!kinds.add(kind)) {
        throw settings.wrong("kinds", word.strip(), "each once");
      }
    }
    return kinds;
  }

  /**
   * Where the FHIR server is, and how one is let in.
   *
   * @param url of its FHIR endpoint, without a slash at the end
   * @param secretFile a bearer token, or {@code user:password} for HTTP Basic
   */
  record Address(URI url, Path secretFile) {
    /**
     * The value of the header {@code Authorization}.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617 §2</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750 §2.1</a>
     * @throws IllegalArgumentException if the file cannot be read or is not one line of text
     */
    String authorization() {
      String secret = secret();
      return secret.contains(":")
          ? "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
          : "Bearer " + secret;
    }

    private String secret() {
      try {
        String secret = Files.readString(secretFile).strip();
        if (!secret.matches("[\\x21-\\x7e]{1,512}")) {
          throw new IllegalArgumentException(
              "system.secret-file: " + secretFile + " (expected: one line without blanks)");
        }
        return secret;
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "system.secret-file: " + secretFile + " (expected: a file that can be read)", e);
      }
    }
  }
}
