package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** Appointments before and after today, one of them with others, one without a time yet. */
final class Meetings {
  private static final int WITH_OTHERS = 4;

  private Meetings() {}

  static List<Appointment> appointments(House house, int client) {
    LocalDate today = house.today();
    return List.of(
        appointment(house, client, 1, AppointmentStatus.FULFILLED, today.minusDays(60)),
        appointment(house, client, 2, AppointmentStatus.NOSHOW, today.minusDays(33)),
        cancelled(appointment(house, client, 3, AppointmentStatus.CANCELLED, today.minusDays(12))),
        appointment(house, client, WITH_OTHERS, AppointmentStatus.BOOKED, today.plusDays(3)),
        appointment(house, client, 5, AppointmentStatus.BOOKED, today.plusDays(6 + client % 5)),
        appointment(house, client, 6, AppointmentStatus.BOOKED, today.plusDays(20 + client % 9)),
        withoutTime(appointment(house, client, 7, AppointmentStatus.PROPOSED, today.plusDays(40))));
  }

  private static Appointment appointment(
      House house, int client, int n, AppointmentStatus status, LocalDate day) {
    boolean past = day.isBefore(house.today());
    boolean sensitive = house.wording() == Wording.ADDICTION;
    Coding[] labels =
        sensitive ? new Coding[] {Stamp.RESTRICTED, Stamp.ADDICTION} : new Coding[] {Stamp.NORMAL};
    Appointment appointment =
        Stamp.on(
            new Appointment(),
            House.number(client, n),
            past ? day : house.today().minusDays(4),
            labels);
    appointment.setStatus(status);
    appointment.setStart(House.date(day, 9 + (client + n) % 6));
    appointment.setEnd(House.date(day, 10 + (client + n) % 6));
    appointment.setDescription(house.wording().meeting(n));
    appointment.addParticipant().setActor(house.patient(client, n));
    appointment.addParticipant().setActor(house.worker(client));
    appointment
        .addParticipant()
        .setActor(
            new Reference("Location/3")
                .setDisplay(house.config().people().institution().name() + ", Raum " + (1 + n)));
    if (n == WITH_OTHERS) {
      int other = (client + 1) % house.config().people().clients().size();
      appointment.addParticipant().setActor(house.patient(other, n));
    }
    if (!past) {
      appointment.setPatientInstruction("Bitte bringen Sie Ihre Unterlagen mit.");
    }
    return appointment;
  }

  private static Appointment cancelled(Appointment appointment) {
    appointment.setCancelationReason(new CodeableConcept().setText("Krankheit"));
    appointment.setComment("Telefonisch abgesagt.");
    return appointment;
  }

  private static Appointment withoutTime(Appointment appointment) {
    appointment.setStart(null);
    appointment.setEnd(null);
    return appointment;
  }
}
