package net.sociallook.gateway.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The list of what cannot be said over HTTP, with the reasons at its top. */
final class NotOverHttp {
  private NotOverHttp() {}

  static Set<String> listed() {
    try (InputStream in = NotOverHttp.class.getResourceAsStream("not-over-http.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
