package net.sociallook.adapter.goal;

import net.sociallook.adapter.record.Records;

/** The goals of an existing system. */
public interface Goals extends Records<Goal, GoalQuery> {}
