package net.sociallook.adapter.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.appointment.Appointment;
import net.sociallook.adapter.appointment.AppointmentNotes;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.Schedule;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.PostalAddress;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.goal.CarePlan;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.Goal;
import net.sociallook.adapter.goal.GoalAchievement;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.message.Message;
import net.sociallook.adapter.message.MessageStatus;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;
import net.sociallook.adapter.referral.Referral;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.referral.Task;
import net.sociallook.adapter.referral.TaskStatus;
import org.hl7.fhir.r4.model.DomainResource;

/** One record of each kind, with everything that it can say. */
final class Samples {
  static final String CLIENT = "lokal-4711";

  static final Instant TIME = Instant.parse("2026-11-19T08:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
  private static final Labels LABELS = new Labels(Confidentiality.R, Set.of("SUD"));
  private static final Code CODE = new Code("https://example.org/codes", "plan", "Hilfeplan");
  private static final Author AUTHOR = new Author(Optional.of("cw-001"), "Weber, Anna");

  private Samples() {}

  static List<Sample<?, ?>> all() {
    Document document =
        new Document(
            "a-1",
            CLIENT,
            DocumentStatus.CURRENT,
            CODE,
            List.of(CODE),
            TIME,
            TIME,
            "Hilfeplan",
            Optional.of(AUTHOR),
            LABELS,
            List.of(new Attachment("text/plain", "Datei", 3, Optional.of("00ff"))));
    Goal goal =
        new Goal(
            "a-1",
            CLIENT,
            GoalStatus.ACTIVE,
            "Schulabschluss",
            DAY,
            Optional.of(DAY),
            Optional.of(GoalAchievement.NOT_ACHIEVED),
            Optional.of("Umzug"),
            Optional.of(AUTHOR),
            TIME,
            LABELS);
    CarePlan plan =
        new CarePlan(
            "a-1",
            CLIENT,
            CarePlanStatus.ACTIVE,
            List.of(CODE),
            "Hilfeplan",
            DAY,
            Optional.of(DAY),
            Optional.of(AUTHOR),
            List.of("z-1", "z-2"),
            TIME,
            LABELS);
    return List.of(
        new Sample<>(DocumentMapping.MAPPING, document),
        new Sample<>(
            AppointmentMapping.MAPPING,
            appointment(
                AppointmentStatus.CANCELLED,
                new AppointmentNotes(
                    Optional.of("krank"), Optional.of("rief an"), Optional.of("Ausweis")))),
        new Sample<>(
            SlotMapping.MAPPING, new Slot("a-1", "k-1", SlotStatus.FREE, TIME, TIME, TIME, LABELS)),
        new Sample<>(ScheduleMapping.MAPPING, schedule()),
        new Sample<>(GoalMapping.MAPPING, goal),
        new Sample<>(CarePlanMapping.MAPPING, plan),
        new Sample<>(MessageMapping.MAPPING, message()),
        new Sample<>(ContactMapping.MAPPING, contact()),
        new Sample<>(ReferralMapping.MAPPING, referral()),
        new Sample<>(TaskMapping.MAPPING, task()));
  }

  static Appointment appointment(AppointmentStatus status, AppointmentNotes notes) {
    return new Appointment(
        "a-1",
        CLIENT,
        status,
        TIME,
        TIME.plusSeconds(1800),
        "Hilfeplangespräch",
        Optional.of(AUTHOR),
        Optional.of("Zimmer 12"),
        Optional.of("s-1"),
        notes,
        TIME,
        LABELS);
  }

  static Schedule schedule() {
    return new Schedule("a-1", true, "Sprechstunde", Optional.of(AUTHOR), TIME, TIME, TIME, LABELS);
  }

  static Contact contact() {
    return new Contact(
        CLIENT,
        "Müller",
        "Jonas",
        Optional.of(DAY),
        Optional.of("0361 1234"),
        Optional.of("jonas@example.org"),
        Optional.of(new PostalAddress("Gasse 1", "99734", "Nordhausen")),
        TIME,
        LABELS);
  }

  private static Message message() {
    return new Message(
        "a-1",
        CLIENT,
        MessageStatus.COMPLETED,
        List.of(CODE),
        TIME,
        Optional.of(TIME),
        new Party.OfCaseworker(AUTHOR),
        List.of(
            new Party.OfInstitution("jobcenter-nordhausen", "Jobcenter"),
            new Party.OfClient(),
            new Party.Outside("Träger")),
        "Termin",
        "Passt Dienstag?",
        Optional.of("n-1"),
        TIME,
        LABELS);
  }

  private static Referral referral() {
    return new Referral(
        "a-1",
        CLIENT,
        ReferralStatus.ACTIVE,
        CODE,
        TIME,
        Optional.of(AUTHOR),
        Optional.of(new Party.OfInstitution("provider-a", "Träger A")),
        TIME,
        LABELS);
  }

  private static Task task() {
    return new Task(
        "a-1",
        CLIENT,
        TaskStatus.IN_PROGRESS,
        "Erstgespräch vereinbaren",
        Optional.of("r-1"),
        Optional.of(new Party.OfInstitution("provider-a", "Träger A")),
        TIME,
        TIME,
        LABELS);
  }

  record Sample<R extends Item, Q>(Mapping<R, Q> mapping, R item) {
    DomainResource render(Subject subject) {
      return mapping.render(item, subject);
    }
  }
}
