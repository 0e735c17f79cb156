package net.sociallook.registry.page.own;

import java.util.Optional;
import java.util.function.Supplier;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import tools.jackson.databind.JsonNode;

/** Who is meant by a reference in a resource, in words. */
public final class People {
  private final Directory directory;
  private final Supplier<String> client;

  /**
   * @param client what the client is called, in the reader's language
   */
  public People(Directory directory, Supplier<String> client) {
    this.directory = directory;
    this.client = client;
  }

  /** Empty for whom neither the resource nor the directory names. */
  Optional<String> name(JsonNode reference) {
    String[] target = reference.path("reference").asString("").split("/", 2);
    if (target[0].equals("Patient")) {
      return Optional.of(client.get());
    }
    String display = reference.path("display").asString("");
    return display.isEmpty() && target.length == 2 ? known(target[0], target[1]) : given(display);
  }

  String nameOf(InstitutionId id) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  private static Optional<String> given(String display) {
    return Optional.of(display).filter(name -> !name.isBlank());
  }

  private Optional<String> known(String type, String id) {
    try {
      return switch (type) {
        case "Organization" -> directory.institution(new InstitutionId(id)).map(Institution::name);
        case "PractitionerRole" -> caseworker(new CaseworkerId(id));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private Optional<String> caseworker(CaseworkerId id) {
    return directory
        .employerOf(id)
        .flatMap(institution -> institution.caseworker(id))
        .map(Institution.Caseworker::name);
  }
}
