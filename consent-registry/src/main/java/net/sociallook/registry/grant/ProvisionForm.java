package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A provision as it is written in JSON, in the one form that API, signed document and ledger share.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionForm(
    @Nullable String permission,
    @Nullable String holder,
    @Nullable String purpose,
    @Nullable String validFrom,
    @Nullable String validUntil,
    @Nullable String maxConfidentiality,
    @Nullable String document,
    @Nullable String team,
    @Nullable String caseworker) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  public static ProvisionForm of(Provision provision) {
    Limits limits = provision.limits();
    Narrowing narrowing = limits.narrowing();
    return new ProvisionForm(
        provision.permission().code(),
        provision.holder().value(),
        provision.purpose().code(),
        limits.period().start().toString(),
        limits.period().end().toString(),
        limits.ceiling().name(),
        narrowing.document().map(ResourceId::value).orElse(null),
        narrowing.team().map(TeamId::value).orElse(null),
        narrowing.caseworker().map(CaseworkerId::value).orElse(null));
  }

  /**
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public Provision toProvision() {
    return new Provision(
        Permission.ofCode(given("permission", permission)),
        new InstitutionId(id("holder", given("holder", holder))),
        Purpose.ofCode(given("purpose", purpose)),
        new Limits(
            new Period(instant("validFrom", validFrom), instant("validUntil", validUntil)),
            ceiling(),
            new Narrowing(
                narrowed("document", document, ResourceId::new),
                narrowed("team", team, TeamId::new),
                narrowed("caseworker", caseworker, CaseworkerId::new))));
  }

  private Confidentiality ceiling() {
    if (maxConfidentiality == null) {
      return Confidentiality.N;
    }
    try {
      return Confidentiality.valueOf(maxConfidentiality);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "maxConfidentiality: unknown (expected: one of U, L, M, N, R, V)", e);
    }
  }

  static Instant instant(String name, @Nullable String value) {
    try {
      return Instant.parse(given(name, value));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name + ": no instant (expected: like 2026-11-21T00:00:00Z)", e);
    }
  }

  private static <T> Optional<T> narrowed(
      String name, @Nullable String value, Function<String, T> type) {
    return Optional.ofNullable(value).map(text -> type.apply(id(name, text)));
  }

  static String id(String name, String value) {
    if (!ID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          name + ": no id (expected: 1 to 64 of A-Z, a-z, 0-9, -, .)");
    }
    return value;
  }

  static String given(String name, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException(name + ": missing (expected: a value)");
    }
    return value;
  }
}
