package net.sociallook.registry.staff.log;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ledger.view.StaffLog;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks in words, as {@code staff/look.html} shows them. */
@Component
public class LookLines {
  private static final int MOST_RESOURCES = 10;

  private final Directory directory;
  private final Spoken spoken;

  LookLines(Directory directory, Spoken spoken) {
    this.directory = directory;
    this.spoken = spoken;
  }

  /**
   * @param type last part of a text's key
   * @param resources ids of the first that were shown
   * @param desk null where it was a look
   */
  public record Line(
      Instant at,
      String person,
      String client,
      String holder,
      String type,
      String status,
      int released,
      List<String> resources,
      @Nullable DeskLine desk) {
    public int more() {
      return Math.max(0, released - resources.size());
    }
  }

  /**
   * What was done at a desk.
   *
   * @param act last part of a text's key
   * @param proof last part of a text's key
   * @param recipient whose grant it was about; empty where it was about everybody's
   * @param witness null where nobody had to be there
   */
  public record DeskLine(String act, String proof, String recipient, @Nullable String witness) {}

  public Line line(Desk desk, StaffLog.Look look) {
    return new Line(
        look.at(),
        person(desk, look.caseworker()),
        client(desk, look.patient()),
        holder(look.holder()),
        Optional.ofNullable(look.type()).map(type -> type.toLowerCase(Locale.ROOT)).orElse("none"),
        look.status(),
        look.released(),
        look.resources().stream().limit(MOST_RESOURCES).map(LookLines::id).toList(),
        look.act() == null ? null : desk(desk, look.act()));
  }

  private DeskLine desk(Desk desk, StaffLog.Act act) {
    return new DeskLine(
        act.code(),
        act.proof(),
        act.recipient() == null ? "" : Lines.isolated(holder(act.recipient())),
        act.witness() == null ? null : person(desk, act.witness()));
  }

  /** Of {@code type/id}. */
  private static String id(String resource) {
    return resource.substring(resource.indexOf('/') + 1);
  }

  /** The id where the directory does not know the person any more. */
  static String person(Desk desk, @Nullable String id) {
    List<Institution.Caseworker> staff = desk.institution().caseworkers();
    return staff.stream()
        .filter(one -> one.id().value().equals(id))
        .map(Institution.Caseworker::name)
        .findFirst()
        .orElse(id == null ? "–" : id);
  }

  String client(Desk desk, @Nullable String pseudonym) {
    return pseudonym == null || pseudonym.isBlank() ? "–" : spoken.client(desk.id(), pseudonym);
  }

  String holder(@Nullable String id) {
    return id == null || id.isBlank()
        ? "–"
        : directory.institution(new InstitutionId(id)).map(Institution::name).orElse(id);
  }
}
