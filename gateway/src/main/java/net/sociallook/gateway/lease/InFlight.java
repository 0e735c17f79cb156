package net.sociallook.gateway.lease;

/** A running request, known to the withdrawal sequence until closed. */
public interface InFlight extends AutoCloseable {

  /**
   * Whether another byte may go out: the lease has not run out, grant version and token are alive.
   * Cheap: called before every chunk, on any thread. Once false, false for ever.
   */
  boolean alive();

  /**
   * The request has ended; nothing of it will go out any more. Until then no withdrawal that
   * touches it is acknowledged, so it is closed before the outcome is recorded. Idempotent, never
   * blocks.
   */
  @Override
  void close();
}
