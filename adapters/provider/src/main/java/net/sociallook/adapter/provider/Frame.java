package net.sociallook.adapter.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Party;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is needed to understand a resource besides itself.
 *
 * @param client whom it is about; empty text for what is about nobody
 */
record Frame(Existing existing, String client, People people) {
  /** Ids of caseworkers in the directory of SOCIALLOOK, where a server has been told them. */
  static final String CASEWORKERS = "https://sociallook.net/fhir/sid/caseworker";

  /** Ids of institutions in SOCIALLOOK. */
  static final String INSTITUTIONS = "https://sociallook.net/fhir/sid/institution";

  /** Empty where the reference leads to another server or another type. */
  Optional<String> id(Reference reference, String type) {
    return Pointer.of(reference.getReference(), base()).flatMap(pointer -> pointer.idOf(type));
  }

  /** The first of these who is a caseworker. */
  Optional<Author> caseworker(List<Reference> references) {
    return references.stream().flatMap(reference -> caseworker(reference).stream()).findFirst();
  }

  Optional<Author> caseworker(Reference reference) {
    return people
        .find(reference, base())
        .filter(Practitioner.class::isInstance)
        .map(Practitioner.class::cast)
        .map(Frame::author)
        .or(() ->
            id(reference, "Practitioner")
                .flatMap(id -> Optional.ofNullable(reference.getDisplay()))
                .map(name -> new Author(Optional.empty(), name)));
  }

  /**
   * Empty where somebody is meant who must not be named: another client.
   *
   * @param reference of a resource that is about the client
   * @param subject the resource's reference to the client
   */
  Optional<Party> party(Reference reference, Reference subject) {
    Optional<String> patient = id(reference, "Patient");
    if (patient.isPresent()) {
      return patient.equals(id(subject, "Patient"))
          ? Optional.of(new Party.OfClient())
          : Optional.empty();
    }
    return Optional.of(
        people
            .find(reference, base())
            .flatMap(this::known)
            .orElseGet(() -> outside(Optional.ofNullable(reference.getDisplay()))));
  }

  private Optional<Party> known(Resource resource) {
    return switch (resource) {
      case Organization organization -> Optional.of(institution(organization));
      case Practitioner person -> {
        Author author = author(person);
        yield Optional.of(
            author.directoryId().isPresent()
                ? new Party.OfCaseworker(author)
                : new Party.Outside(author.name()));
      }
      default -> Optional.empty();
    };
  }

  private Party institution(Organization organization) {
    Optional<String> id =
        value(organization.getIdentifier(), INSTITUTIONS)
            .filter(value -> value.matches("[a-z0-9-]{3,64}"));
    Optional<String> name = Optional.ofNullable(organization.getName());
    if (id.isEmpty()) {
      return outside(name);
    }
    return id.get().equals(existing.institution())
        ? new Party.OfHolder()
        : new Party.OfInstitution(id.get(), name.orElse(id.get()));
  }

  private static Party outside(Optional<String> name) {
    return new Party.Outside(name.orElse("unbekannt"));
  }

  private static Author author(Practitioner person) {
    HumanName name = person.getNameFirstRep();
    String given = name.getGivenAsSingleString();
    return new Author(
        value(person.getIdentifier(), CASEWORKERS).filter(id -> id.matches("[a-z0-9-]{2,64}")),
        name.hasFamily()
            ? name.getFamily() + (given.isBlank() ? "" : ", " + given)
            : Optional.ofNullable(name.getText()).orElse("unbekannt"));
  }

  private static Optional<String> value(List<Identifier> identifiers, String system) {
    return identifiers.stream()
        .filter(it -> system.equals(it.getSystem()) && it.hasValue())
        .map(Identifier::getValue)
        .findFirst();
  }

  private URI base() {
    return existing.system().base();
  }
}
