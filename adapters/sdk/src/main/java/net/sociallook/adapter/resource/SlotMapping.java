package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot.SlotStatus;

/** Slots as Slots. */
final class SlotMapping {
  static final Mapping<Slot, SlotQuery> MAPPING =
      new Mapping<>(ResourceKind.SLOT, SlotMapping::query, SlotMapping::resource);

  private SlotMapping() {}

  private static SlotQuery query(Filters filters) {
    return new SlotQuery(
        filters.ids("schedule"),
        filters.choice("status", net.sociallook.adapter.appointment.SlotStatus.values()),
        filters.times("start"),
        filters.lastUpdated());
  }

  private static org.hl7.fhir.r4.model.Slot resource(Slot slot, Subject subject) {
    return new org.hl7.fhir.r4.model.Slot()
        .setSchedule(new Reference("Schedule/" + slot.schedule()))
        .setStatus(SlotStatus.fromCode(slot.status().code()))
        .setStart(Date.from(slot.start()))
        .setEnd(Date.from(slot.end()));
  }
}
