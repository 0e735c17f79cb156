package net.sociallook.registry.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Inviting;
import org.springframework.stereotype.Component;

/** Provisions and clients as the staff speak of them: names for ids, one line for what is alike. */
@Component
public class Spoken {
  private final Directory directory;
  private final Inviting inviting;

  Spoken(Directory directory, Inviting inviting) {
    this.directory = directory;
    this.inviting = inviting;
  }

  /**
   * @param permissions codes of those that are alike in all else
   * @param holder name of the institution whose data it is
   * @param end excluded
   * @param only names or ids to which it is narrowed
   */
  public record Line(List<String> permissions, String holder, Instant end, List<String> only) {}

  public List<Line> lines(Institution own, List<Provision> provisions) {
    Map<String, Line> lines = new TreeMap<>();
    for (Provision provision : provisions) {
      Line line =
          new Line(
              List.of(provision.permission().code()),
              name(provision.holder()),
              provision.limits().period().end(),
              only(own, provision.limits().narrowing()));
      String alike = line.holder() + "\n" + line.end() + "\n" + line.only();
      lines.merge(alike, line, Spoken::together);
    }
    return List.copyOf(lines.values());
  }

  /** The institution's own number of a client, else its pseudonym of her. */
  public String client(InstitutionId institution, String pseudonym) {
    return inviting.localIdOf(institution, pseudonym).orElse(pseudonym);
  }

  private String name(InstitutionId id) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  private static Line together(Line one, Line other) {
    List<String> both = new java.util.ArrayList<>(one.permissions());
    both.addAll(other.permissions());
    return new Line(both, one.holder(), one.end(), one.only());
  }

  private static List<String> only(Institution own, Narrowing narrowing) {
    Optional<String> person =
        narrowing
            .caseworker()
            .map(id -> own.caseworker(id).map(Institution.Caseworker::name).orElse(id.value()));
    Optional<String> team =
        narrowing
            .team()
            .map(id ->
                own.teams().stream()
                    .filter(one -> one.id().equals(id))
                    .map(Institution.Team::name)
                    .findFirst()
                    .orElse(id.value()));
    return java.util.stream.Stream.of(
            narrowing.document().map(document -> document.value()), team, person)
        .flatMap(Optional::stream)
        .toList();
  }
}
