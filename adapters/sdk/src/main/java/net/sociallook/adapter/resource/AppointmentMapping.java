package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.appointment.Appointment;
import net.sociallook.adapter.appointment.AppointmentQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Reference;

/** Appointments as Appointments. */
final class AppointmentMapping {
  static final Mapping<Appointment, AppointmentQuery> MAPPING =
      new Mapping<>(
          ResourceKind.APPOINTMENT, AppointmentMapping::query, AppointmentMapping::resource);

  private AppointmentMapping() {}

  private static AppointmentQuery query(Filters filters) {
    return new AppointmentQuery(
        filters.choice("status", net.sociallook.adapter.appointment.AppointmentStatus.values()),
        filters.times("date"),
        filters.lastUpdated());
  }

  private static org.hl7.fhir.r4.model.Appointment resource(
      Appointment appointment, Subject subject) {
    org.hl7.fhir.r4.model.Appointment resource = new org.hl7.fhir.r4.model.Appointment();
    resource.setStatus(AppointmentStatus.fromCode(appointment.status().code()));
    resource.setStart(Date.from(appointment.start()));
    resource.setEnd(Date.from(appointment.end()));
    resource.setDescription(appointment.description());
    appointment.slot().ifPresent(slot -> resource.addSlot(new Reference("Slot/" + slot)));
    ParticipationStatus standing = standing(appointment);
    resource.addParticipant().setActor(subject.patientReference()).setStatus(standing);
    appointment
        .caseworker()
        .map(Terms::author)
        .ifPresent(actor -> resource.addParticipant().setActor(actor).setStatus(standing));
    appointment
        .place()
        .map(place -> new Reference().setType("Location").setDisplay(place))
        .ifPresent(place -> resource.addParticipant().setActor(place).setStatus(standing));
    appointment
        .notes()
        .cancelationReason()
        .ifPresent(reason -> resource.setCancelationReason(Terms.text(reason)));
    appointment.notes().comment().ifPresent(resource::setComment);
    appointment.notes().instruction().ifPresent(resource::setPatientInstruction);
    return resource;
  }

  // The existing systems know one state of the whole appointment, not of each who takes part.
  private static ParticipationStatus standing(Appointment appointment) {
    return switch (appointment.status()) {
      case PROPOSED, PENDING, WAITLIST -> ParticipationStatus.NEEDSACTION;
      case BOOKED, ARRIVED, FULFILLED, NOSHOW, CHECKED_IN -> ParticipationStatus.ACCEPTED;
      case CANCELLED, ENTERED_IN_ERROR -> ParticipationStatus.DECLINED;
    };
  }
}
