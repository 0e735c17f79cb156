package net.sociallook.adapter.message;

import net.sociallook.adapter.record.Records;

/** The messages of an existing system. */
public interface Messages extends Records<Message, MessageQuery> {}
