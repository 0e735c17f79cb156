package net.sociallook.registry.ledger.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.ledger.view.Names.Party;
import org.jspecify.annotations.Nullable;

/** The views as JSON. */
public final class LogEntries {
  private final Names names;

  LogEntries(Names names) {
    this.names = names;
  }

  public record Log<T>(List<T> entries, @Nullable Long next) {}

  public record Person(String id, String name, @Nullable String role) {}

  public record ClientEntry(
      long sequence,
      UUID id,
      Access.Kind kind,
      Instant at,
      Party recipient,
      @Nullable Person person,
      @Nullable Party holder,
      @Nullable String type,
      @Nullable String interaction,
      @Nullable String resource,
      @Nullable String purpose,
      List<String> permissions,
      @Nullable String grant,
      @Nullable Integer version,
      String decision,
      @Nullable String reason,
      Status status,
      @Nullable Integer httpStatus,
      List<Came.Resource> released,
      @Nullable Integer releasedCount,
      @Nullable Integer withheldCount) {}

  record InstitutionEntry(
      long sequence,
      UUID id,
      Access.Kind kind,
      String as,
      Instant at,
      Party recipient,
      @Nullable Person person,
      @Nullable Party holder,
      @Nullable String patient,
      @Nullable String type,
      @Nullable String interaction,
      @Nullable String resource,
      @Nullable String purpose,
      List<String> permissions,
      String decision,
      Status status,
      @Nullable Integer httpStatus,
      List<Came.Resource> released,
      @Nullable Integer releasedCount) {}

  ClientEntry forClient(Access access) {
    Asked asked = access.asked();
    Optional<Came> came = access.came();
    return new ClientEntry(
        access.sequence(),
        asked.id(),
        access.kind(),
        asked.at(),
        names.institution(asked.recipient()),
        person(asked),
        holder(asked),
        asked.type(),
        asked.interaction(),
        asked.resource(),
        asked.purpose(),
        asked.permissions(),
        asked.grant(),
        asked.version(),
        decision(asked),
        asked.reason(),
        access.status(),
        came.map(Came::httpStatus).orElse(null),
        came.map(Came::released).orElse(List.of()),
        came.map(Came::releasedCount).orElse(null),
        came.map(Came::withheldCount).orElse(null));
  }

  /**
   * @param access redacted for this institution
   */
  InstitutionEntry forInstitution(String institution, Access access) {
    Asked asked = access.asked();
    Optional<Came> came = access.came();
    return new InstitutionEntry(
        access.sequence(),
        asked.id(),
        access.kind(),
        asked.recipient().equals(institution) ? "recipient" : "holder",
        asked.at(),
        names.institution(asked.recipient()),
        person(asked),
        holder(asked),
        asked.pseudonym().orElse(null),
        asked.type(),
        asked.interaction(),
        asked.resource(),
        asked.purpose(),
        asked.permissions(),
        decision(asked),
        access.status(),
        came.map(Came::httpStatus).orElse(null),
        came.map(Came::released).orElse(List.of()),
        came.map(Came::releasedCount).orElse(null));
  }

  private static String decision(Asked asked) {
    return asked.permitted() ? "permit" : "deny";
  }

  private @Nullable Party holder(Asked asked) {
    return asked.holder() == null ? null : names.institution(asked.holder());
  }

  private @Nullable Person person(Asked asked) {
    if (asked.caseworker() == null) {
      return null;
    }
    Names.Person person = names.person(asked.recipient(), asked.caseworker());
    return new Person(person.id(), person.name(), person.role());
  }
}
