package net.sociallook.registry.page.grants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.titles.DocumentLists;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.page.titles.Title;
import net.sociallook.registry.page.titles.Titles;
import net.sociallook.registry.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a grant can be narrowed to: a person, a document. */
@Component
class Picks {
  private static final String DOCUMENTS = "DocumentReference";

  private final Directory directory;
  private final DocumentLists lists;
  private final Titles titles;

  Picks(Directory directory, DocumentLists lists, Titles titles) {
    this.directory = directory;
    this.lists = lists;
    this.titles = titles;
  }

  /**
   * @param holder its name
   */
  record Pick(String holder, DocumentLists.Choice list) {}

  /**
   * The document of a line of the log.
   *
   * @param title null where there is no own access
   */
  record Only(String holder, String id, @Nullable Title title) {}

  List<Institution.Caseworker> people(InstitutionId recipient) {
    return directory.institution(recipient).map(Institution::caseworkers).orElse(List.of());
  }

  /** By holder of documents of which not one is chosen yet; asked for when that is wanted. */
  List<Pick> of(SignedIn signedIn, List<Provision> alive, Map<String, String> given) {
    List<InstitutionId> holders =
        alive.stream()
            .filter(one -> one.permission() == Permission.DOCUMENTS_READ)
            .filter(one -> one.limits().narrowing().document().isEmpty())
            .map(Provision::holder)
            .distinct()
            .toList();
    List<DocumentLists.Choice> found =
        "true".equals(given.get("documents"))
            ? lists.of(signedIn, holders, Map.of())
            : holders.stream().map(id -> lists.closed(id, null)).toList();
    return found.stream()
        .map(list -> new Pick(ProvisionLine.nameOf(list.holder(), directory), list))
        .toList();
  }

  /** What single documents are called; empty where that is not asked for. */
  Optional<Titles.Known> titles(
      SignedIn signedIn, List<Thing> documents, Map<String, String> given) {
    return "true".equals(given.get("titles"))
        ? Optional.of(titles.of(signedIn, documents))
        : Optional.empty();
  }

  /** With its title, which its holder is asked for. */
  Optional<Only> fromTheLog(SignedIn signedIn, Map<String, String> given) {
    String holder = Less.id(given.get("holder"));
    String document = Less.id(given.get("document"));
    if (holder == null || document == null) {
      return Optional.empty();
    }
    return Thing.of(holder, DOCUMENTS, document)
        .map(thing -> new Only(holder, document, titles.of(signedIn, List.of(thing)).of(thing)));
  }
}
