package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants less of.
 *
 * @param holder whose data it is about; left out: everybody's
 * @param drop a permission to take away, with every permission that contains it
 * @param until an earlier end
 * @param document only this one; needs {@code holder}, since ids mean something at a holder only
 * @param caseworker only this one
 */
public record NarrowingForm(
    @Nullable String holder,
    @Nullable String drop,
    @Nullable String until,
    @Nullable String document,
    @Nullable String caseworker) {

  /**
   * These provisions, narrowed. What is not about the holder stays as it is.
   *
   * @throws IllegalArgumentException if the form is not understood or says nothing
   */
  public List<Provision> applyTo(List<Provision> present) {
    if (Stream.of(drop, until, document, caseworker).noneMatch(Objects::nonNull)) {
      throw new IllegalArgumentException(
          "narrowing: nothing (expected: drop, until, document or caseworker)");
    }
    if (document != null && holder == null) {
      throw new IllegalArgumentException("holder: missing (expected: whose document it is)");
    }
    return present.stream().flatMap(one -> isMeant(one) ? narrowed(one) : Stream.of(one)).toList();
  }

  /**
   * Whether it can be applied does not depend on what there is: nothing is told by a refusal.
   *
   * @throws IllegalArgumentException if the form is not understood or says nothing
   */
  public NarrowingForm understood() {
    applyTo(List.of());
    if (holder != null) {
      ProvisionForm.id("holder", holder);
    }
    if (drop != null) {
      Permission.ofCode(drop);
    }
    if (until != null) {
      ProvisionForm.instant("until", until);
    }
    if (document != null) {
      ProvisionForm.id("document", document);
    }
    if (caseworker != null) {
      ProvisionForm.id("caseworker", caseworker);
    }
    return this;
  }

  /** What it says, by name of the member. */
  public Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "holder", holder);
    put(given, "drop", drop);
    put(given, "until", until);
    put(given, "document", document);
    put(given, "caseworker", caseworker);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  private boolean isMeant(Provision provision) {
    return holder == null || provision.holder().value().equals(holder);
  }

  private Stream<Provision> narrowed(Provision provision) {
    if (drop != null && provision.permission().contains(Permission.ofCode(drop))) {
      return Stream.empty();
    }
    return shortened(provision.limits().period())
        .map(period ->
            new Provision(
                provision.permission(),
                provision.holder(),
                provision.purpose(),
                new Limits(
                    period,
                    provision.limits().ceiling(),
                    narrowed(provision.limits().narrowing()))))
        .stream();
  }

  /** Empty when nothing is left of it. */
  private Optional<Period> shortened(Period period) {
    if (until == null) {
      return Optional.of(period);
    }
    Instant end = ProvisionForm.instant("until", until);
    if (!end.isBefore(period.end())) {
      return Optional.of(period);
    }
    return end.isAfter(period.start())
        ? Optional.of(new Period(period.start(), end))
        : Optional.empty();
  }

  private Narrowing narrowed(Narrowing present) {
    return new Narrowing(
        document == null
            ? present.document()
            : Optional.of(new ResourceId(ProvisionForm.id("document", document))),
        present.team(),
        caseworker == null
            ? present.caseworker()
            : Optional.of(new CaseworkerId(ProvisionForm.id("caseworker", caseworker))));
  }
}
