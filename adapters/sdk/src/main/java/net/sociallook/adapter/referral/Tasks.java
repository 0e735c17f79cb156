package net.sociallook.adapter.referral;

import net.sociallook.adapter.record.Records;

/** The tasks of an existing system. */
public interface Tasks extends Records<Task, TaskQuery> {}
