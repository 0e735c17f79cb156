package net.sociallook.registry.page.device;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.device.DeviceOffer;
import net.sociallook.registry.device.DeviceOffers;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a further device can do, from when on, and until when. */
class DeviceHttpIT {
  private static final RunningRegistry REGISTRY = Pages.registry();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);

  @Test
  void grantOfTheNewDeviceLeadsToTheKeyThatTheHolderEndorsed() {
    Phone phone = new Phone(REGISTRY);
    phone.linkTo(JOB);
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    SecondDevice devices = SecondDevice.of(phone, REGISTRY).joined();

    devices.second().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));

    SignedEvidence evidence =
        (SignedEvidence)
            REGISTRY
                .bean(GrantReader.class)
                .currentFor(
                    devices.client(), new InstitutionId(JOBCENTER), new InstitutionId(YOUTH_OFFICE))
                .orElseThrow()
                .evidence()
                .orElseThrow();
    assertThat(evidence.chain()).hasSize(1);
    KeyStep.ByKey step = (KeyStep.ByKey) evidence.chain().getFirst();
    JsonNode document = JsonMapper.shared().readTree(step.document());
    assertThat(document.get("type").asString()).isEqualTo("https://sociallook.net/consent/key/v1");
    assertThat(document.get("key").asString())
        .isEqualTo(Bytes.base64url(Bytes.sha256(evidence.signingKey())));
    assertThat(evidence.signingKey()).isNotEqualTo(evidence.key().publicKey());
  }

  @Test
  void newKeyIsNothingBeforeTheOldOneSigned() {
    SecondDevice devices = devices();
    devices.join(devices.offer()).is(201);

    devices.second().signIn().isProblem(403, "signature-refused");
  }

  @Test
  void bothDevicesShowTheSameDigits() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    String digits = devices.join(opened).is(201).text("matchCode");

    assertThat(digits).isEqualTo(devices.answer(opened.id()).matchCode());
    assertThat(visitor(devices.first()).open("/devices/offers/" + opened.id()).body())
        .contains(digits.substring(0, 3) + " " + digits.substring(3));
  }

  @Test
  void otherDigitsLeaveNothingOfTheNewDevice() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);
    Visitor visitor = visitor(devices.first());

    visitor.send("/devices/offers/" + opened.id() + "/refusal");
    visitor.send("/devices/offers/" + opened.id() + "/refusal");

    assertThat(devices.state(opened.id())).isEqualTo(DeviceOffer.State.REFUSED);
    devices.confirm(opened.id(), devices.first().passkey()).isProblem(409, "ended");
    devices.second().signIn().isProblem(403, "signature-refused");
  }

  @Test
  void wrongSignatureLeavesNothingOfTheNewDevice() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);

    devices.confirm(opened.id(), devices.second().passkey()).isProblem(403, "signature-refused");

    devices.confirm(opened.id(), devices.first().passkey()).isProblem(409, "ended");
    devices.second().signIn().isProblem(403, "signature-refused");
  }

  @Test
  void signatureCountsOnce() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);
    devices.confirm(opened.id(), devices.first().passkey()).is(204);

    devices.confirm(opened.id(), devices.first().passkey()).isProblem(409, "ended");

    devices.second().signIn().is(201);
  }

  @Test
  void otherClientConfirmsNothing() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);
    SoftwarePasskey mine = devices.first().passkey();
    SecondDevice foreign =
        new SecondDevice(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER), devices.second());
    byte[] challenge = devices.answer(opened.id()).document().challenge();
    String options = "{\"challenge\":\"" + Bytes.base64url(challenge) + "\"}";

    foreign
        .first()
        .post(
            "/api/devices/confirmation",
            Map.of(
                "id", opened.id(), "assertion", JsonMapper.shared().readTree(mine.sign(options))))
        .isProblem(409, "ended");

    assertThat(devices.state(opened.id())).isEqualTo(DeviceOffer.State.ANSWERED);
    assertThat(visitor(foreign.first()).open("/devices/offers/" + opened.id()).status())
        .isEqualTo(404);
  }

  @Test
  void codeIsGoodForOneDevice() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);

    new Phone(REGISTRY)
        .post("/api/devices/joining-options", Map.of("code", opened.code().value()))
        .isProblem(409, "ended");
    assertThat(entered(opened).location()).isEqualTo("/join?trouble=used");
  }

  @Test
  void newCodeEndsTheOneBefore() {
    SecondDevice devices = devices();
    DeviceOffers.Opened before = devices.offer();
    devices.offer();

    new Phone(REGISTRY)
        .post("/api/devices/joining-options", Map.of("code", before.code().value()))
        .isProblem(409, "ended");
    assertThat(entered(before).location()).isEqualTo("/join?trouble=expired");
  }

  @Test
  void codeAndConfirmationEndAfterTenMinutes() {
    SecondDevice devices = devices();
    DeviceOffers.Opened opened = devices.offer();
    devices.join(opened).is(201);
    REGISTRY
        .asOwner()
        .sql("update registry.device_offer set expires_at = now() where id = :id")
        .param("id", opened.id())
        .update();

    assertThat(devices.state(opened.id())).isEqualTo(DeviceOffer.State.EXPIRED);
    devices.confirm(opened.id(), devices.first().passkey()).isProblem(409, "ended");
    assertThat(visitor(devices.first()).open("/devices/offers/" + opened.id()).body())
        .contains("Die Zeit ist um");
  }

  @Test
  void removedDeviceIsOutAndWhatItAllowedStays() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    SecondDevice devices = SecondDevice.of(phone, REGISTRY).joined();
    Answer given =
        devices.second().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    UUID session = session(devices.second());
    String path = "/devices/" + SecondDevice.id(devices.second().passkey()) + "/remov";
    Visitor visitor = visitor(phone);

    Visitor.Seen answer = visitor.send(path + "al");

    assertThat(answer.location()).isEqualTo(path + "ed");
    assertThat(visitor.open(path + "ed").body()).contains("überall abgemeldet", "bleibt erlaubt");
    assertThat(visitor.send(path + "al").location()).isEqualTo(path + "ed");
    devices.second().get("/api/session").isProblem(401, "no-session");
    devices.second().signIn().isProblem(403, "signature-refused");
    assertThat(phone.get("/api/grants/" + given.text("id")).text("state")).isEqualTo("active");
    assertThat(isInTheSequence(session)).isTrue();
  }

  @Test
  void removedDeviceEndorsesNothing() {
    SecondDevice devices = SecondDevice.of(Phone.linkedAt(REGISTRY, JOBCENTER), REGISTRY).joined();
    SecondDevice third = SecondDevice.of(devices.first(), REGISTRY);
    DeviceOffers.Opened opened = third.offer();
    third.join(opened).is(201);
    SoftwarePasskey removed = devices.second().passkey();
    visitor(devices.first()).send("/devices/" + SecondDevice.id(removed) + "/removal");

    third.confirm(opened.id(), removed).isProblem(409, "ended");

    third.second().signIn().isProblem(403, "signature-refused");
  }

  @Test
  void lastDeviceNeedsAWord() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.signIn().is(201);
    Visitor visitor = visitor(phone);
    String path = "/devices/" + SecondDevice.id(phone.passkey()) + "/removal";
    assertThat(visitor.open(path).body()).contains("Das ist Ihr letztes Gerät");

    assertThat(visitor.send(path).location()).isEqualTo(path + "?missed=true");
    phone.get("/api/session").is(200);

    assertThat(visitor.send(path, "understood", "true").location()).isEqualTo("/signed-out");
    phone.get("/api/session").isProblem(401, "no-session");
    phone.signIn().isProblem(403, "signature-refused");
  }

  @Test
  void deviceOfAnotherIsNotThere() {
    Phone foreign = Phone.linkedAt(REGISTRY, JOBCENTER);
    Visitor visitor = visitor(Phone.linkedAt(REGISTRY, JOBCENTER));
    String path = "/devices/" + SecondDevice.id(foreign.passkey());

    assertThat(visitor.open(path + "/removal").status()).isEqualTo(404);
    assertThat(visitor.send(path + "/removal", "understood", "true").status()).isEqualTo(404);
    assertThat(visitor.send(path + "/name", "name", "x").status()).isEqualTo(404);
    foreign.signIn().is(201);
  }

  @Test
  void nameIsShownAsItWasTyped() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    Visitor visitor = visitor(phone);

    visitor.send(
        "/devices/" + SecondDevice.id(phone.passkey()) + "/name",
        "name",
        " <b>Omas</b>  Tablet " + "x".repeat(4_000));

    assertThat(visitor.open("/devices").body())
        .contains("&lt;b&gt;Omas&lt;/b&gt; Tablet x")
        .doesNotContain("x".repeat(41));
  }

  private static SecondDevice devices() {
    return SecondDevice.of(Phone.linkedAt(REGISTRY, JOBCENTER), REGISTRY);
  }

  private static Visitor visitor(Phone phone) {
    return new Visitor(REGISTRY, phone);
  }

  private static Visitor.Seen entered(DeviceOffers.Opened opened) {
    Phone anybody = Phone.linkedAt(REGISTRY, JOBCENTER);
    return visitor(anybody).send("/join", "code", opened.code().value());
  }

  private static UUID session(Phone phone) {
    return REGISTRY
        .asOwner()
        .sql("select id from registry.session where passkey = :id")
        .param("id", SecondDevice.credential(phone.passkey()))
        .query(UUID.class)
        .single();
  }

  private static boolean isInTheSequence(UUID session) {
    return REGISTRY
        .asOwner()
        .sql("select exists (select 1 from registry.withdrawal where session = :id)")
        .param("id", session)
        .query(Boolean.class)
        .single();
  }
}
