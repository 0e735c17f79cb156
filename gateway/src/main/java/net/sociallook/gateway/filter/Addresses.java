package net.sociallook.gateway.filter;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * The addresses that a released searchset Bundle carries: all of them ours.
 *
 * @param base of the full URLs of entries, without a trailing slash, for example {@code
 *     https://gateway.example/fhir/youth-office-nordhausen}
 * @param self the link to this page, left out where empty
 * @param next makes our own link to the next page of the holder's {@code _page} token (as it
 *     decodes from its next link; opaque, at most 2048 characters)
 */
public record Addresses(URI base, Optional<URI> self, Function<String, URI> next) {
  public Addresses {
    if (!base.isAbsolute() || base.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "base: " + base + " (expected: an absolute URL without a trailing slash)");
    }
  }
}
