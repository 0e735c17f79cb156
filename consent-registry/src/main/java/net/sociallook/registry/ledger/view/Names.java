package net.sociallook.registry.ledger.view;

import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import org.jspecify.annotations.Nullable;

/** Names of institutions and persons, as the directory has them now. */
public final class Names {
  /** Stands as recipient where a client looks at her own. */
  static final String CLIENT_PAGE = "client-page";

  private final Directory directory;

  Names(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param name the id where the directory does not know it
   */
  public record Party(String id, String name) {}

  /**
   * @param name the id where the directory does not know the person
   * @param role as shown to clients; null where the directory does not know the person
   * @param roleCode code of the same role
   */
  record Person(String id, String name, @Nullable String role, @Nullable String roleCode) {}

  Party institution(String id) {
    if (id.equals(CLIENT_PAGE)) {
      return new Party(id, "Sie selbst");
    }
    String name =
        id.isBlank()
            ? id
            : directory.institution(new InstitutionId(id)).map(Institution::name).orElse(id);
    return new Party(id, name);
  }

  /** A caseworker of this institution; one of another is not known here. */
  Person person(String institution, String id) {
    return find(institution, id)
        .map(found -> new Person(id, found.name(), found.role(), found.roleCode()))
        .orElseGet(() -> new Person(id, id, null, null));
  }

  private Optional<Institution.Caseworker> find(String institution, String id) {
    return institution.isBlank() || id.isBlank()
        ? Optional.empty()
        : directory
            .institution(new InstitutionId(institution))
            .flatMap(known -> known.caseworker(new CaseworkerId(id)));
  }
}
