package net.sociallook.registry.page.giving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.page.titles.Title;
import net.sociallook.registry.page.titles.Titles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Provisions as pages list them. All names are isolated, so that they can stand in a sentence of
 * the other direction.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates">UAX 9</a>
 */
@Component
public class Lines {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final Directory directory;

  Lines(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param permission its code
   * @param holder whose data, by name
   * @param document the id of the only one
   * @param title of the only document; null where it is not known
   * @param raised level of confidentiality where it is more than normal
   */
  public record Line(
      String permission,
      String holder,
      Instant end,
      @Nullable String document,
      @Nullable String title,
      @Nullable String person,
      @Nullable String raised) {}

  public List<Line> of(List<Provision> provisions) {
    return provisions.stream().map(this::of).toList();
  }

  /** With the titles of single documents, as far as they are known. */
  public List<Line> of(List<Provision> provisions, Titles.Known titles) {
    return provisions.stream()
        .map(one ->
            of(
                one,
                Thing.onlyDocument(one)
                    .map(titles::of)
                    .map(Title::text)
                    .map(Lines::isolated)
                    .orElse(null)))
        .toList();
  }

  Line of(Provision provision) {
    return of(provision, null);
  }

  private Line of(Provision provision, @Nullable String title) {
    Narrowing narrowing = provision.limits().narrowing();
    Confidentiality ceiling = provision.limits().ceiling();
    return new Line(
        provision.permission().code(),
        institution(provision.holder()),
        provision.limits().period().end(),
        narrowing.document().map(ResourceId::value).map(Lines::isolated).orElse(null),
        title,
        person(narrowing).orElse(null),
        ceiling.isAtMost(Confidentiality.N) ? null : ceiling.name());
  }

  public String institution(InstitutionId id) {
    return isolated(directory.institution(id).map(Institution::name).orElse(id.value()));
  }

  /** Name and role, as the institution vouches for them. */
  public String caseworker(CaseworkerId id) {
    return directory
        .employerOf(id)
        .flatMap(employer -> employer.caseworker(id))
        .map(one -> isolated(one.name() + " (" + one.role() + ")"))
        .orElse(isolated(id.value()));
  }

  private Optional<String> person(Narrowing narrowing) {
    return narrowing
        .caseworker()
        .map(this::caseworker)
        .or(() ->
            narrowing
                .team()
                .flatMap(team ->
                    directory.institutionOf(team).stream()
                        .flatMap(institution -> institution.teams().stream())
                        .filter(one -> one.id().equals(team))
                        .map(one -> isolated(one.name()))
                        .findFirst()));
  }

  public static String isolated(String name) {
    return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
  }
}
