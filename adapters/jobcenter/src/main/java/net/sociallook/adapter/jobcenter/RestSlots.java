package net.sociallook.adapter.jobcenter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotQuery;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.appointment.Slots;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The spans of the calendars of those who are responsible for the customer. */
final class RestSlots implements Slots {
  private static final Codes<SlotStatus> STATES =
      new Codes<>(
          Map.of(
              "0", SlotStatus.FREE,
              "1", SlotStatus.BUSY,
              "2", SlotStatus.BUSY_TENTATIVE,
              "9", SlotStatus.BUSY_UNAVAILABLE));

  private final Collection<Slot> slots;

  RestSlots(Fallwerk system, ZoneId zone) {
    this.slots =
        new Collection<>(
            system,
            new Collection.Shape<>("zeitfenster-", "zeitfenster", false, RestSlots::slot),
            zone);
  }

  @Override
  public Page<Slot> search(String client, SlotQuery query, PageRequest page) {
    return slots.page(
        Ask.of(client).within(query.start(), slots.zone()),
        slot ->
            Codes.wants(query.schedule(), slot.schedule())
                && Codes.wants(query.status(), slot.status())
                && query.start().contains(slot.start())
                && query.lastUpdated().contains(slot.lastUpdated()),
        page);
  }

  @Override
  public Optional<Slot> read(String id) {
    return slots.read(id);
  }

  @Override
  public boolean isReachable() {
    return slots.system().isReachable();
  }

  private static Optional<Slot> slot(Row row) throws IncompleteException {
    Optional<SlotStatus> status = STATES.of(row.text("belegung"));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    Instant start = row.time("beginn");
    return Optional.of(
        new Slot(
            "zeitfenster-" + row.number(),
            "kalender-" + row.number("kalender"),
            status.get(),
            start,
            start.plus(row.minutes("dauer")),
            row.changedAt(),
            Labels.NORMAL));
  }
}
