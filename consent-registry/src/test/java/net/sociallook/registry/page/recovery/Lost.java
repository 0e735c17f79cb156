package net.sociallook.registry.page.recovery;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.KeyChains;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.json.JsonMapper;

/** A client with an old phone and a new one, for which she was invited anew. */
public record Lost(
    RunningRegistry registry, Phone old, Map<String, String> pseudonyms, Phone young) {

  public static Lost linkedAt(RunningRegistry registry, String... institutions) {
    Phone old = new Phone(registry);
    Map<String, String> pseudonyms = new HashMap<>();
    for (String institution : institutions) {
      pseudonyms.put(institution, old.linkTo(Office.of(registry, institution)));
    }
    return new Lost(registry, old, pseudonyms, new Phone(registry));
  }

  /** Invited anew, accepted and endorsed there; the id of the invitation. */
  public String recoveredAt(String institution) {
    Office office = Office.of(registry, institution);
    Answer invitation = office.reinvite(pseudonyms.get(institution));
    young.accept(invitation.text("code")).is(201);
    office.endorse(invitation.text("id"));
    return invitation.text("id");
  }

  UUID client() {
    return clientOf(old);
  }

  /** Of the new phone: a record of its own while it waits. */
  UUID waiting() {
    return registry
        .asOwner()
        .sql("select waiting from registry.recovery where credential_id = :id")
        .param("id", credential(young.passkey()))
        .query(UUID.class)
        .single();
  }

  UUID clientOf(Phone phone) {
    return registry
        .bean(PasskeyStore.class)
        .find(credential(phone.passkey()))
        .orElseThrow()
        .client();
  }

  /** What leads from the new phone's key to the one that a holder endorsed. */
  public Optional<KeyChains.Chain> chain(String holder) {
    return registry
        .bean(KeyChains.class)
        .from(clientOf(young), credential(young.passkey()), new InstitutionId(holder));
  }

  Answer confirm(SoftwarePasskey with) {
    byte[] challenge =
        registry.bean(Recoveries.class).ofWaiting(waiting()).orElseThrow().document().challenge();
    String options = "{\"challenge\":\"" + Bytes.base64url(challenge) + "\"}";
    return old.post(
        "/api/recoveries/confirmation",
        Map.of("id", waiting(), "assertion", JsonMapper.shared().readTree(with.sign(options))));
  }

  String state(String institution, String invitation) {
    return Office.of(registry, institution)
        .get("/invitations/" + invitation)
        .is(200)
        .text("recovery");
  }

  static byte[] credential(SoftwarePasskey passkey) {
    return Base64.getUrlDecoder().decode(passkey.credentialId());
  }
}
