package net.sociallook.registry.push;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A browser that a client wants to be told by.
 *
 * @param topics what it is told of; never empty
 * @param language tag, in which it is told
 */
public record Device(UUID id, Address address, Set<Topic> topics, String language, Instant since) {

  /**
   * How it is reached.
   *
   * @param endpoint at a push service
   * @param vapidKey public key of ours that it expects to be told by
   */
  public record Address(URI endpoint, DeviceKeys keys, byte[] vapidKey) {}
}
