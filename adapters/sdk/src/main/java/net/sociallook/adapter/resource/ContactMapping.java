package net.sociallook.adapter.resource;

import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;

/** Contacts as Patients. The pseudonym is the id; the existing system's own is not said. */
final class ContactMapping {
  static final Mapping<Contact, NoQuery> MAPPING =
      new Mapping<>(ResourceKind.PATIENT, filters -> new NoQuery(), ContactMapping::resource);

  private ContactMapping() {}

  private static Patient resource(Contact contact, Subject subject) {
    Patient resource = new Patient();
    resource.setId(subject.patient().value());
    resource.addName().setFamily(contact.surname()).addGiven(contact.givenName());
    contact.birthDate().map(Terms::date).ifPresent(resource::setBirthDateElement);
    contact
        .phone()
        .ifPresent(
            phone -> resource.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone));
    contact
        .email()
        .ifPresent(
            email -> resource.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(email));
    contact
        .address()
        .ifPresent(address ->
            resource
                .addAddress()
                .addLine(address.street())
                .setPostalCode(address.postalCode())
                .setCity(address.city()));
    return resource;
  }

  /** Contacts are not searched. */
  record NoQuery() {}
}
