package net.sociallook.adapter.provider;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.Contacts;
import net.sociallook.adapter.contact.PostalAddress;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** How the participants of a FHIR server are called and can be reached. */
final class FhirContacts implements Contacts {
  private static final List<NameUse> NAMES = List.of(NameUse.OFFICIAL, NameUse.USUAL);
  private static final int WHOLE_DATE = "2005-03-14".length();

  private final Existing existing;

  FhirContacts(Existing existing) {
    this.existing = existing;
  }

  @Override
  public Optional<Contact> read(String client) {
    return existing
        .patients()
        .numbered(client)
        .map(patient -> Resources.reading(patient, () -> contact(patient, client)));
  }

  @Override
  public boolean isReachable() {
    return existing.system().isReachable();
  }

  private static Contact contact(Patient patient, String client) {
    HumanName name =
        patient.getName().stream()
            .filter(it -> it.getUse() == null || NAMES.contains(it.getUse()))
            .min(Comparator.comparing(it -> it.getUse() != NameUse.OFFICIAL))
            .orElseThrow(() -> new SystemFailure("Patient.name: missing"));
    return new Contact(
        client,
        SystemFailure.unlessGiven(name.getFamily(), "Patient.name.family"),
        name.getGivenAsSingleString(),
        birthDate(patient),
        telecom(patient, ContactPointSystem.PHONE),
        telecom(patient, ContactPointSystem.EMAIL),
        patient.getAddress().stream().flatMap(it -> address(it).stream()).findFirst(),
        Moments.lastUpdated(patient),
        Protection.labels(patient));
  }

  // A year alone is no birth date, and a first of January would be an invented one.
  private static Optional<LocalDate> birthDate(Patient patient) {
    return Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
        .filter(text -> text.length() == WHOLE_DATE)
        .map(LocalDate::parse);
  }

  private static Optional<String> telecom(Patient patient, ContactPointSystem system) {
    return patient.getTelecom().stream()
        .filter(it -> it.getSystem() == system && it.getUse() != ContactPointUse.OLD)
        .map(ContactPoint::getValue)
        .filter(value -> value != null)
        .findFirst();
  }

  // An address that has a gap is none.
  private static Optional<PostalAddress> address(Address address) {
    boolean whole = address.hasLine() && address.hasPostalCode() && address.hasCity();
    return whole && address.getUse() != Address.AddressUse.OLD
        ? Optional.of(
            new PostalAddress(
                address.getLine().stream()
                    .map(StringType::getValue)
                    .collect(Collectors.joining(", ")),
                address.getPostalCode(),
                address.getCity()))
        : Optional.empty();
  }
}
