package net.sociallook.adapter.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.Arrays;
import java.util.Optional;
import net.sociallook.adapter.appointment.AppointmentNotes;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.GoalAchievement;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.link.Pseudonym;
import net.sociallook.adapter.message.MessageStatus;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Party;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.referral.TaskStatus;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Schedule;
import org.junit.jupiter.api.Test;

/** Every kind becomes valid R4, and says the pseudonym where the existing system has its own id. */
class MappingTest {
  private static final Subject SUBJECT =
      new Subject(new Pseudonym("0123456789abcdef0123456789abcdef"), "youth-office-nordhausen");
  private static final IParser STRICT =
      FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

  @Test
  void everyKindIsWrittenAndReadAgainWithoutLoss() {
    for (Samples.Sample<?, ?> sample : Samples.all()) {
      DomainResource resource = sample.render(SUBJECT);
      String json = STRICT.encodeResourceToString(resource);

      DomainResource read = (DomainResource) STRICT.parseResource(json);

      assertThat(STRICT.encodeResourceToString(read)).isEqualTo(json);
      assertThat(read.fhirType()).isEqualTo(sample.mapping().kind().type());
      assertThat(read.getMeta().getSecurity()).extracting(it -> it.getCode()).contains("R", "SUD");
      assertThat(read.getMeta().getLastUpdated()).hasTime(Samples.TIME.toEpochMilli());
      assertThat(json).doesNotContain(Samples.CLIENT);
      assertThat(json.contains("Patient/" + SUBJECT.patient().value()))
          .as(json)
          .isEqualTo(sample.mapping().kind().isAboutPatient() && !(read instanceof Patient));
    }
  }

  @Test
  void partiesSayWhatTheyAre() {
    Author unknown = new Author(Optional.empty(), "Weber, Anna");

    assertThat(Terms.author(unknown).getType()).isEqualTo("PractitionerRole");
    assertThat(Terms.party(new Party.OfCaseworker(unknown), SUBJECT).hasReference()).isFalse();
    assertThat(Terms.party(new Party.OfHolder(), SUBJECT).getReference())
        .isEqualTo("Organization/youth-office-nordhausen");
    assertThat(Terms.party(new Party.OfInstitution("jobcenter-a", "A"), SUBJECT).getReference())
        .isEqualTo("Organization/jobcenter-a");
    assertThat(Terms.party(new Party.OfClient(), SUBJECT).getReference())
        .isEqualTo("Patient/" + SUBJECT.patient().value());
  }

  @Test
  void patientHasThePseudonymAsId() {
    DomainResource patient = ContactMapping.MAPPING.render(Samples.contact(), SUBJECT);

    assertThat(patient.getIdElement().getIdPart()).isEqualTo(SUBJECT.patient().value());
  }

  @Test
  void scheduleHasAnActorWhoIsNobodyInParticular() {
    Schedule schedule = (Schedule) ScheduleMapping.MAPPING.render(Samples.schedule(), SUBJECT);

    assertThat(schedule.getActorFirstRep().getReference()).isNull();
    assertThat(schedule.getActor()).hasSize(2);
  }

  @Test
  void reasonOfACancellationNeedsACancellation() {
    AppointmentNotes notes =
        new AppointmentNotes(Optional.of("krank"), Optional.empty(), Optional.empty());

    assertThat(
            ((Appointment)
                    AppointmentMapping.MAPPING.render(
                        Samples.appointment(AppointmentStatus.CANCELLED, notes), SUBJECT))
                .getCancelationReason()
                .getText())
        .isEqualTo("krank");
    assertThatThrownBy(() -> Samples.appointment(AppointmentStatus.NOSHOW, notes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyStatusIsOneOfFhir() {
    assertThat(AppointmentStatus.values())
        .allMatch(it -> Appointment.AppointmentStatus.fromCode(it.code()) != null);
    assertThat(SlotStatus.values())
        .allMatch(it -> org.hl7.fhir.r4.model.Slot.SlotStatus.fromCode(it.code()) != null);
    assertThat(DocumentStatus.values())
        .allMatch(it -> DocumentReferenceStatus.fromCode(it.code()) != null);
    assertThat(GoalStatus.values())
        .allMatch(it -> org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus.fromCode(it.code()) != null);
    assertThat(Arrays.stream(GoalAchievement.values()).map(GoalAchievement::code))
        .containsExactlyInAnyOrder(
            "in-progress",
            "improving",
            "worsening",
            "no-change",
            "achieved",
            "sustaining",
            "not-achieved",
            "no-progress",
            "not-attainable");
    assertThat(CarePlanStatus.values())
        .allMatch(it -> org.hl7.fhir.r4.model.CarePlan.CarePlanStatus.fromCode(it.code()) != null);
    assertThat(MessageStatus.values())
        .allMatch(it ->
            org.hl7.fhir.r4.model.Communication.CommunicationStatus.fromCode(it.code()) != null);
    assertThat(ReferralStatus.values())
        .allMatch(it ->
            org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus.fromCode(it.code()) != null);
    assertThat(TaskStatus.values())
        .allMatch(it -> org.hl7.fhir.r4.model.Task.TaskStatus.fromCode(it.code()) != null);
  }
}
