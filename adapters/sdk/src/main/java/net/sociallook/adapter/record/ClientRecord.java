package net.sociallook.adapter.record;

/** A record about one client. */
public interface ClientRecord extends Item {
  /** The existing system's own id of the client whom the record is about. */
  String client();
}
