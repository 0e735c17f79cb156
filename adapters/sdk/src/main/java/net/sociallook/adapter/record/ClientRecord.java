package net.sociallook.adapter.record;

/** A record about one client. */
public interface ClientRecord {
  /**
   * The record's id: letters, digits, {@code -} and {@code .}, at most 60 characters, never given
   * to another record later.
   */
  String id();

  /** The existing system's own id of the client whom the record is about. */
  String client();
}
