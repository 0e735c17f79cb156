package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** Participants, staff, and the institution itself. */
final class Persons {
  private static final String NUMBERS = House.MAKE + "sid/teilnehmer";
  private static final int GIVEN_UP = 5000;

  private Persons() {}

  /** The participant, and a record of her that was given up when two were put together. */
  static List<Patient> patients(House house, int client) {
    List<People.Client> clients = house.config().people().clients();
    List<Patient> patients = new ArrayList<>();
    patients.add(patient(clients, client));
    if (client % 4 == 1) {
      Patient givenUp = patient(clients, client);
      givenUp.setId(Integer.toString(GIVEN_UP + client));
      givenUp.setActive(false);
      patients.add(givenUp);
    }
    return patients;
  }

  static List<Resource> staff(House house) {
    List<Resource> staff = new ArrayList<>();
    for (People.Caseworker worker : house.config().people().caseworkers()) {
      Practitioner practitioner =
          Stamp.on(
              new Practitioner(),
              House.workerId(staff.size()),
              house.today().minusYears(1),
              Stamp.NORMAL);
      practitioner
          .addIdentifier()
          .setSystem("https://sociallook.net/fhir/sid/caseworker")
          .setValue(worker.id());
      practitioner
          .addIdentifier()
          .setSystem(House.MAKE + "sid/personal")
          .setValue("P" + (700 + staff.size()));
      practitioner.addName().setFamily(worker.family()).addGiven(worker.given());
      staff.add(practitioner);
    }
    return staff;
  }

  static Organization organization(House house) {
    People.Institution own = house.config().people().institution();
    Organization organization =
        Stamp.on(new Organization(), "1", house.today().minusYears(1), Stamp.NORMAL);
    organization
        .addIdentifier()
        .setSystem("https://sociallook.net/fhir/sid/institution")
        .setValue(own.id());
    return organization.setName(own.name());
  }

  private static Patient patient(List<People.Client> clients, int client) {
    People.Client person = clients.get(client);
    Patient patient =
        Stamp.on(
            new Patient(),
            House.patientId(client),
            LocalDate.parse("2026-06-01").plusDays(client % 60),
            Stamp.NORMAL);
    patient.addIdentifier().setSystem(NUMBERS).setValue(person.localId());
    // The number of somebody else, elsewhere: a search without a system finds two persons.
    patient
        .addIdentifier()
        .setSystem(House.MAKE + "sid/aktenzeichen")
        .setValue(clients.get((client + 1) % clients.size()).localId());
    patient.addName().setUse(NameUse.NICKNAME).setText("Interner Kurzname");
    patient.addName().setUse(NameUse.OFFICIAL).setFamily(person.family()).addGiven(person.given());
    patient.setBirthDateElement(
        new DateType(client % 6 == 5 ? person.born().substring(0, 4) : person.born()));
    patient
        .addTelecom()
        .setSystem(ContactPointSystem.PHONE)
        .setUse(ContactPointUse.OLD)
        .setValue("03631 000000");
    patient
        .addTelecom()
        .setSystem(ContactPointSystem.PHONE)
        .setUse(ContactPointUse.MOBILE)
        .setValue("0160 555" + (10_000 + client * 41));
    patient
        .addTelecom()
        .setSystem(ContactPointSystem.EMAIL)
        .setValue("teilnehmer" + client + "@example.org");
    if (client % 5 != 4) {
      patient
          .addAddress()
          .addLine("Töpferstraße " + (1 + client % 80))
          .setPostalCode("99734")
          .setCity("Nordhausen");
    }
    return patient;
  }
}
