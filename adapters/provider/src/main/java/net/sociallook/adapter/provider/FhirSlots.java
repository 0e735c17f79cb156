package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotQuery;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.appointment.Slots;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The spans of the calendars of a FHIR server. */
final class FhirSlots implements Slots {
  private final Shelf<org.hl7.fhir.r4.model.Slot, Slot> shelf;

  FhirSlots(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.Slot.class,
                List.of(),
                false,
                slot -> List.of(),
                FhirSlots::slot));
  }

  @Override
  public Page<Slot> search(String client, SlotQuery query, PageRequest page) {
    return shelf.searchAll(slot -> matches(query, slot), page);
  }

  @Override
  public Optional<Slot> read(String id) {
    return shelf.readAny(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(SlotQuery query, Slot slot) {
    return Terms.among(query.schedule(), slot.schedule())
        && Terms.among(query.status(), slot.status())
        && query.start().contains(slot.start())
        && query.lastUpdated().contains(slot.lastUpdated());
  }

  private static Optional<Slot> slot(org.hl7.fhir.r4.model.Slot resource, Frame frame) {
    return frame
        .id(resource.getSchedule(), "Schedule")
        .map(schedule ->
            new Slot(
                Terms.id(resource),
                schedule,
                Terms.of(
                    SlotStatus.values(),
                    Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
                    "Slot.status"),
                Moments.given(resource.getStart(), "Slot.start"),
                Moments.given(resource.getEnd(), "Slot.end"),
                Moments.lastUpdated(resource),
                Protection.labels(resource)));
  }
}
