package net.sociallook.adapter.provider;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;

/**
 * All pages of a search, from the first. The server's own cursor lives for one walk only: nothing
 * of it is kept between two requests to the adapter.
 */
record PageWalk<T extends Resource>(FhirSystem system, Class<T> type) {
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_WALKS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /**
   * Shows every page to a reader. If the server forgets its cursor on the way, the walk begins
   * again with a new reader.
   *
   * @param query parameters, encoded
   * @return the reader that saw all pages
   * @throws SystemFailure if there are too many, or one leads elsewhere or in a circle
   */
  <R extends Consumer<SearchPage<T>>> R all(String query, Supplier<R> readers) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int walk = 0; walk < MOST_WALKS; walk++) {
      R reader = readers.get();
      if (reachesEnd(query, reader, deadline)) {
        return reader;
      }
    }
    throw new SystemFailure("cursor: gone again and again");
  }

  private boolean reachesEnd(String query, Consumer<SearchPage<T>> reader, long deadline) {
    Set<URI> seen = new HashSet<>();
    URI address = URI.create(system.base() + "/" + type.getSimpleName() + "?" + query);
    for (int pages = 1; ; pages++) {
      if (!seen.add(address) || pages > MOST_PAGES || System.nanoTime() > deadline) {
        throw new SystemFailure("pages: no end after " + (pages - 1));
      }
      Optional<Next> next = system.get(address, answer -> answer.map(it -> read(it, reader)));
      if (next.isEmpty()) {
        if (pages == 1) {
          throw new SystemFailure("search: not there");
        }
        return false;
      }
      if (next.get().link().isEmpty()) {
        return true;
      }
      address = own(next.get().link().get());
    }
  }

  private Next read(Resource answer, Consumer<SearchPage<T>> reader) {
    SearchPage<T> page = SearchPage.of(answer, type);
    reader.accept(page);
    return new Next(page.next());
  }

  // The secret is for this server alone.
  private URI own(String link) {
    String base = system.base().toString();
    String rest = link.startsWith(base) ? link.substring(base.length()) : "";
    if (!rest.matches("[/?][\\x21-\\x7e]*") || rest.contains("..") || rest.contains("#")) {
      throw new SystemFailure("next page: elsewhere (expected: at the same endpoint)");
    }
    try {
      return URI.create(link);
    } catch (IllegalArgumentException e) {
      throw new SystemFailure("next page: not an address");
    }
  }

  /** Where the next page is; nothing after the last. */
  private record Next(Optional<String> link) {}
}
