package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.Records;

/** The schedules, the calendars that slots are in, of an existing system. */
public interface Schedules extends Records<Schedule, ScheduleQuery> {}
