package net.sociallook.adapter.goal;

import net.sociallook.adapter.record.Records;

/** The care plans of an existing system. */
public interface CarePlans extends Records<CarePlan, CarePlanQuery> {}
