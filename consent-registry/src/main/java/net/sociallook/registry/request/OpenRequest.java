package net.sociallook.registry.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;

/**
 * What of a request is still open, and what of it the client allows already. Permissions are codes.
 *
 * @param open never empty, each once
 * @param allowed each once; also where she allows less of it than was asked for
 */
public record OpenRequest(
    UUID id,
    InstitutionId institution,
    List<Wanted> open,
    List<String> allowed,
    Instant createdAt) {

  /**
   * @param more whether she allows some of it already
   */
  public record Wanted(String permission, boolean more) {}

  /** Empty where nothing of it is left to be answered: it stands, or its time has passed. */
  static Optional<OpenRequest> of(ConsentRequest request, List<Provision> standing, Instant now) {
    List<Provision> possible = request.content().possible(now);
    List<String> allowed =
        possible.stream().flatMap(asked -> allowed(asked, standing, now)).distinct().toList();
    List<Wanted> open =
        possible.stream()
            .filter(asked -> standing.stream().noneMatch(asked::liesWithin))
            .map(asked -> asked.permission().code())
            .distinct()
            .map(code -> new Wanted(code, allowed.contains(code)))
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenRequest(
                request.id(), request.asker().institution(), open, allowed, request.createdAt()));
  }

  /** Of what is asked for: all, or what of the same kind and from the same holder stands of it. */
  private static Stream<String> allowed(Provision asked, List<Provision> standing, Instant now) {
    if (standing.stream().anyMatch(asked::liesWithin)) {
      return Stream.of(asked.permission().code());
    }
    return standing.stream()
        .filter(one -> isPartOf(one, asked, now))
        .map(one -> one.permission().code());
  }

  /** Of the same kind and from the same holder, though perhaps less of it. */
  static boolean isPartOf(Provision one, Provision asked, Instant now) {
    return now.isBefore(one.limits().period().end())
        && one.holder().equals(asked.holder())
        && one.purpose() == asked.purpose()
        && asked.permission().contains(one.permission());
  }
}
