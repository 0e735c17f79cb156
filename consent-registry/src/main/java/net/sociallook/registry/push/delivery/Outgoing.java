package net.sociallook.registry.push.delivery;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.sociallook.registry.push.Device;
import net.sociallook.registry.push.PushServices;
import net.sociallook.registry.push.VapidKeys;

/** Makes a message for one device, and sends it. */
record Outgoing(PushServices services, VapidKeys keys, Vapid vapid, Wire wire) {

  /** What it says, and who takes it there. */
  record Wire(NoticeContent content, PushClient client) {}

  /**
   * @param endpoint one of a push service that may be spoken to
   * @param life for how long it may be told
   */
  PushAnswer send(Device device, URI endpoint, ECKey key, Instant now, Duration life)
      throws InterruptedException {
    byte[] content =
        Encryption.encrypt(
            wire.content().in(device.language()),
            Delivery.PADDED,
            device.address().keys(),
            Encryption.Fresh.draw());
    return wire.client()
        .send(
            new PushClient.Message(
                endpoint, vapid.authorization(endpoint, key, now), life, content));
  }
}
