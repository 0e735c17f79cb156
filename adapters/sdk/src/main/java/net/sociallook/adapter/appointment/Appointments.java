package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.Records;

/** The appointments of an existing system. */
public interface Appointments extends Records<Appointment, AppointmentQuery> {}
