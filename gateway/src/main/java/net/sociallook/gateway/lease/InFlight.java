package net.sociallook.gateway.lease;

/** A running request, known to the withdrawal sequence until closed. */
public interface InFlight extends AutoCloseable {

  /** Whether another byte may go out. Cheap: called before every chunk, on any thread. */
  boolean alive();

  /** The request has ended; nothing of it will go out any more. Idempotent. */
  @Override
  void close();
}
