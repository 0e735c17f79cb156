package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.Records;

/** The slots, the spans of calendars, of an existing system. */
public interface Slots extends Records<Slot, SlotQuery> {}
