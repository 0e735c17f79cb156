package net.sociallook.registry.ledger.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /**
   * What was done at a desk.
   *
   * @param recipient whose grant it is about, or with whom the client was linked; null:
   *     everybody's, or the institution itself
   * @param witness who else was there; null where nobody had to be
   */
  public record DeskEntry(
      String act,
      String proof,
      @Nullable Party recipient,
      @Nullable Person witness,
      @Nullable String level,
      @Nullable String signedOn,
      Map<String, String> narrowing) {}

  /**
   * On what an access rested.
   *
   * @param level of evidence of the grant; null where there was none
   * @param witness who stands for it; null where the client signed with a passkey
   * @param witnessedAt the institution of the witness
   * @param actedFor code of who acted for the client; null where she did so herself
   * @param proof code of how it is known who looked; null where it was not on the staff's page
   */
  public record EvidenceEntry(
      @Nullable String level,
      @Nullable Person witness,
      @Nullable Party witnessedAt,
      @Nullable LocalDate signedOn,
      @Nullable String actedFor,
      @Nullable String proof) {}

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
      @Nullable Integer withheldCount,
      @Nullable EvidenceEntry evidence,
      @Nullable DeskEntry desk) {}

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
      @Nullable Integer releasedCount,
      @Nullable DeskEntry desk) {}

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
        came.map(Came::withheldCount).orElse(null),
        access.rests().map(this::evidence).orElse(null),
        desk(access));
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
        as(institution, access),
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
        came.map(Came::releasedCount).orElse(null),
        desk(access));
  }

  private static String as(String institution, Access access) {
    if (access.desk().isPresent()) {
      return "desk";
    }
    return access.asked().recipient().equals(institution) ? "recipient" : "holder";
  }

  private EvidenceEntry evidence(RestsOn rests) {
    String at = rests.witnessedAt();
    String witness = rests.witness();
    return new EvidenceEntry(
        rests.level(),
        at == null || witness == null ? null : person(at, witness),
        at == null ? null : names.institution(at),
        rests.signedOn(),
        rests.actedFor(),
        rests.proof());
  }

  private @Nullable DeskEntry desk(Access access) {
    if (access.desk().isEmpty()) {
      return null;
    }
    AtDesk desk = access.desk().get();
    return new DeskEntry(
        desk.act(),
        desk.proof(),
        desk.recipient() == null ? null : names.institution(desk.recipient()),
        desk.witness() == null ? null : person(access.asked().recipient(), desk.witness()),
        desk.level(),
        desk.signedOn(),
        desk.narrowing());
  }

  private static String decision(Asked asked) {
    return asked.permitted() ? "permit" : "deny";
  }

  private @Nullable Party holder(Asked asked) {
    return asked.holder() == null ? null : names.institution(asked.holder());
  }

  private @Nullable Person person(Asked asked) {
    return asked.caseworker() == null ? null : person(asked.recipient(), asked.caseworker());
  }

  private Person person(String institution, String id) {
    Names.Person person = names.person(institution, id);
    return new Person(person.id(), person.name(), person.role());
  }
}
