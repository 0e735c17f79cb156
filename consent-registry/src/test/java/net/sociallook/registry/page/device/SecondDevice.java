package net.sociallook.registry.page.device;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.device.DeviceOffer;
import net.sociallook.registry.device.DeviceOffers;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.json.JsonMapper;

/** A client with a phone and one more device, over HTTP. */
public record SecondDevice(RunningRegistry registry, Phone first, Phone second) {

  public static SecondDevice of(Phone first, RunningRegistry registry) {
    return new SecondDevice(registry, first, new Phone(registry));
  }

  /** The whole way; the second device is signed in. */
  public SecondDevice joined() {
    DeviceOffers.Opened opened = offer();
    join(opened).is(201);
    confirm(opened.id(), first.passkey()).is(204);
    second.signIn().is(201);
    return this;
  }

  DeviceOffers.Opened offer() {
    return offers().open(client());
  }

  Answer join(DeviceOffers.Opened opened) {
    String code = opened.code().value();
    Answer options = second.post("/api/devices/joining-options", Map.of("code", code)).is(200);
    return second.post("/api/devices/joining", second.acceptance(code, options));
  }

  Answer confirm(UUID offer, SoftwarePasskey with) {
    byte[] challenge = answer(offer).document().challenge();
    String options = "{\"challenge\":\"" + Bytes.base64url(challenge) + "\"}";
    return first.post(
        "/api/devices/confirmation",
        Map.of("id", offer, "assertion", JsonMapper.shared().readTree(with.sign(options))));
  }

  DeviceOffer.Answer answer(UUID offer) {
    return offers().find(client(), offer).orElseThrow().answer().orElseThrow();
  }

  DeviceOffer.State state(UUID offer) {
    return offers().find(client(), offer).orElseThrow().state();
  }

  UUID client() {
    return registry
        .asOwner()
        .sql("select client from registry.passkey where credential_id = :id")
        .param("id", credential(first.passkey()))
        .query(UUID.class)
        .single();
  }

  static byte[] credential(SoftwarePasskey passkey) {
    return Base64.getUrlDecoder().decode(passkey.credentialId());
  }

  /** As addresses name a device. */
  public static String id(SoftwarePasskey passkey) {
    return Bytes.base64url(Bytes.sha256(credential(passkey)));
  }

  private DeviceOffers offers() {
    return registry.bean(DeviceOffers.class);
  }
}
