package net.sociallook.adapter.resource;

import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.appointment.Appointments;
import net.sociallook.adapter.appointment.Schedules;
import net.sociallook.adapter.appointment.Slots;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.Contacts;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.goal.CarePlans;
import net.sociallook.adapter.goal.Goals;
import net.sociallook.adapter.message.Messages;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Records;
import net.sociallook.adapter.record.Source;
import net.sociallook.adapter.referral.Referrals;
import net.sociallook.adapter.referral.Tasks;
import net.sociallook.adapter.resource.ContactMapping.NoQuery;

/** One kind of data: an integrator's records behind it, FHIR before it. */
public record Face<R extends Item, Q>(Records<R, Q> records, Mapping<R, Q> mapping) {
  /**
   * @throws IllegalArgumentException if it is none of the kinds that the SDK knows
   */
  public static Face<?, ?> of(Source<?> source) {
    return switch (source) {
      case Documents documents -> new Face<>(documents, DocumentMapping.MAPPING);
      case Appointments appointments -> new Face<>(appointments, AppointmentMapping.MAPPING);
      case Slots slots -> new Face<>(slots, SlotMapping.MAPPING);
      case Schedules schedules -> new Face<>(schedules, ScheduleMapping.MAPPING);
      case Goals goals -> new Face<>(goals, GoalMapping.MAPPING);
      case CarePlans plans -> new Face<>(plans, CarePlanMapping.MAPPING);
      case Messages messages -> new Face<>(messages, MessageMapping.MAPPING);
      case Contacts contacts -> new Face<>(new OneByOne(contacts), ContactMapping.MAPPING);
      case Referrals referrals -> new Face<>(referrals, ReferralMapping.MAPPING);
      case Tasks tasks -> new Face<>(tasks, TaskMapping.MAPPING);
      default ->
          throw new IllegalArgumentException(
              "kind: " + source.getClass().getName() + " (expected: one of the SDK's interfaces)");
    };
  }

  /** Contacts in the form of the others; no request comes to the search. */
  private record OneByOne(Contacts contacts) implements Records<Contact, NoQuery> {
    @Override
    public Page<Contact> search(String client, NoQuery query, PageRequest page) {
      return new Page<>(contacts.read(client).map(List::of).orElse(List.of()), Optional.empty());
    }

    @Override
    public Optional<Contact> read(String id) {
      return contacts.read(id);
    }

    @Override
    public boolean isReachable() {
      return contacts.isReachable();
    }
  }
}
