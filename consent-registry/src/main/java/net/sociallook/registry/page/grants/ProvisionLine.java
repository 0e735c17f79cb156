package net.sociallook.registry.page.grants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.titles.Thing;
import org.jspecify.annotations.Nullable;

/**
 * A provision as the page shows it. Names are those of the directory, ids where it has none.
 *
 * @param document the only one; null where it is about all
 * @param ceiling {@code more} or {@code most} where more than usual may be seen
 */
public record ProvisionLine(
    String permission,
    String holder,
    Instant from,
    Instant until,
    @Nullable String ceiling,
    @Nullable Thing document,
    @Nullable String team,
    @Nullable String person) {

  public static ProvisionLine of(
      InstitutionId recipient, Provision provision, Directory directory) {
    Narrowing narrowing = provision.limits().narrowing();
    Optional<Institution> institution = directory.institution(recipient);
    return new ProvisionLine(
        provision.permission().code(),
        nameOf(provision.holder(), directory),
        provision.limits().period().start(),
        provision.limits().period().end(),
        ceiling(provision.limits().ceiling()),
        Thing.onlyDocument(provision).orElse(null),
        narrowing
            .team()
            .map(id ->
                institution.stream()
                    .flatMap(one -> one.teams().stream())
                    .filter(team -> team.id().equals(id))
                    .map(Institution.Team::name)
                    .findFirst()
                    .orElse(id.value()))
            .orElse(null),
        narrowing.caseworker().map(id -> nameOf(id, institution)).orElse(null));
  }

  static List<ProvisionLine> of(
      InstitutionId recipient, List<Provision> provisions, Directory directory) {
    return provisions.stream().map(one -> of(recipient, one, directory)).toList();
  }

  public static String nameOf(InstitutionId id, Directory directory) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  private static String nameOf(CaseworkerId id, Optional<Institution> institution) {
    return institution
        .flatMap(one -> one.caseworker(id))
        .map(Institution.Caseworker::name)
        .orElse(id.value());
  }

  private static @Nullable String ceiling(Confidentiality ceiling) {
    return switch (ceiling) {
      case U, L, M, N -> null;
      case R -> "more";
      case V -> "most";
    };
  }
}
