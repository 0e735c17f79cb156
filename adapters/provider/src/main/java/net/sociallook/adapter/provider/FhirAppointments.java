package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.appointment.Appointment;
import net.sociallook.adapter.appointment.AppointmentNotes;
import net.sociallook.adapter.appointment.AppointmentQuery;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.Appointments;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * The appointments of a FHIR server. One of several clients together is not shown, nor one that has
 * no time yet.
 */
final class FhirAppointments implements Appointments {
  private final Shelf<org.hl7.fhir.r4.model.Appointment, Appointment> shelf;

  FhirAppointments(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.Appointment.class,
                List.of("actor"),
                true,
                FhirAppointments::actors,
                FhirAppointments::appointment));
  }

  @Override
  public Page<Appointment> search(String client, AppointmentQuery query, PageRequest page) {
    return shelf.search(client, appointment -> matches(query, appointment), page);
  }

  @Override
  public Optional<Appointment> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(AppointmentQuery query, Appointment appointment) {
    return Terms.among(query.status(), appointment.status())
        && query.start().contains(appointment.start())
        && query.lastUpdated().contains(appointment.lastUpdated());
  }

  private static List<Reference> actors(org.hl7.fhir.r4.model.Appointment resource) {
    return resource.getParticipant().stream()
        .map(AppointmentParticipantComponent::getActor)
        .toList();
  }

  private static Optional<Appointment> appointment(
      org.hl7.fhir.r4.model.Appointment resource, Frame frame) {
    if (!resource.hasStart() || !resource.hasEnd()) {
      return Optional.empty();
    }
    AppointmentStatus status =
        Terms.of(
            AppointmentStatus.values(),
            Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
            "Appointment.status");
    return Optional.of(
        new Appointment(
            Terms.id(resource),
            frame.client(),
            status,
            resource.getStart().toInstant(),
            resource.getEnd().toInstant(),
            Optional.ofNullable(resource.getDescription())
                .or(() -> Terms.words(resource.getAppointmentType()))
                .orElse("Termin"),
            frame.caseworker(actors(resource)),
            place(resource),
            resource.getSlot().stream()
                .flatMap(slot -> frame.id(slot, "Slot").stream())
                .findFirst(),
            notes(resource, status),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }

  private static AppointmentNotes notes(
      org.hl7.fhir.r4.model.Appointment resource, AppointmentStatus status) {
    return new AppointmentNotes(
        status == AppointmentStatus.CANCELLED
            ? Terms.words(resource.getCancelationReason())
            : Optional.empty(),
        Optional.ofNullable(resource.getComment()),
        Optional.ofNullable(resource.getPatientInstruction()));
  }

  private static Optional<String> place(org.hl7.fhir.r4.model.Appointment resource) {
    return actors(resource).stream()
        .filter(actor -> Optional.ofNullable(actor.getReference()).orElse("").contains("Location/"))
        .flatMap(actor -> Optional.ofNullable(actor.getDisplay()).stream())
        .findFirst();
  }
}
