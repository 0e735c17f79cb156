package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.impl.ECDSA;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.passkey.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every part of an assertion, wrong in every way that could pass: signed with the client's own key
 * wherever that is possible, so that nothing but the part itself can be what is refused.
 */
class ForgedAssertionIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  record Forgery(String name, Consumer<Forger> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource({"ofClientData", "ofAuthenticatorData", "ofSignature", "ofWrapping"})
  void forgedAssertionGivesNothing(Forgery forgery) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = propose(phone);
    Forger forger = forger(phone, proposal);
    forgery.change().accept(forger);
    Answer answer = give(phone, proposal, forger.assertion());
    answer.isProblem(403, "signature-refused");
    assertThat(phone.get("/api/grants").json().get("grants")).isEmpty();
    // A wrong answer ends the proposal as a right one does: nobody tries twice.
    give(phone, proposal, forger(phone, proposal).assertion()).isProblem(409, "ended");
  }

  @Test
  void thereAreAtLeastFortyForgeries() {
    assertThat(
            Stream.of(ofClientData(), ofAuthenticatorData(), ofSignature(), ofWrapping())
                .flatMap(forgeries -> forgeries))
        .hasSizeGreaterThanOrEqualTo(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void sameAssertionWithNothingForgedIsTaken() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = propose(phone);
    give(phone, proposal, forger(phone, proposal).assertion()).is(201);
  }

  @Test
  void documentInAnotherOrderIsTheSameDocument() throws Exception {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = propose(phone);
    List<String> names =
        proposal.json().get("document").propertyNames().stream()
            .sorted((a, b) -> b.compareTo(a))
            .toList();
    Map<String, JsonNode> reordered = new LinkedHashMap<>();
    names.forEach(name -> reordered.put(name, proposal.json().get("document").get(name)));
    String json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(reordered);
    assertThat(json).isNotEqualTo(proposal.json().get("document").toString());
    byte[] canonical = new org.erdtman.jcs.JsonCanonicalizer(json).getEncodedUTF8();
    Forger forger =
        Forger.of(phone.passkey(), Bytes.base64url(Bytes.sha256(canonical)), Phone.ORIGIN);
    give(phone, proposal, forger.assertion()).is(201);
  }

  static Stream<Forgery> ofClientData() {
    return Stream.of(
        with("type of a registration", data("type", "webauthn.create")),
        with("type of a payment", data("type", "payment.get")),
        with("type in capitals", data("type", "WEBAUTHN.GET")),
        with("no type", forger -> forger.clientData.remove("type")),
        with("no challenge", forger -> forger.clientData.remove("challenge")),
        with("empty challenge", data("challenge", "")),
        with("challenge of nothing", data("challenge", Bytes.base64url(new byte[32]))),
        with(
            "challenge shortened",
            forger -> forger.clientData.put("challenge", challenge(forger).substring(0, 40))),
        with("challenge with one bit changed", ForgedAssertionIT::oneBitOfTheChallenge),
        with(
            "challenge hashed once more",
            forger ->
                forger.clientData.put(
                    "challenge",
                    Bytes.base64url(
                        Bytes.sha256(challenge(forger).getBytes(StandardCharsets.US_ASCII))))),
        with("challenge not a string", data("challenge", List.of("x"))),
        with("origin on another port", data("origin", "http://localhost:8081")),
        with("origin on https", data("origin", "https://localhost:8080")),
        with("origin below ours", data("origin", "http://page.localhost:8080")),
        with("origin that begins like ours", data("origin", "http://localhost:8080.evil.example")),
        with("origin null", data("origin", "null")),
        with("no origin", forger -> forger.clientData.remove("origin")),
        with("in a frame of another page", data("crossOrigin", true)),
        with(
            "in a frame, and whose",
            forger -> {
              forger.clientData.put("crossOrigin", true);
              forger.clientData.put("topOrigin", "https://evil.example");
            }),
        with("client data no JSON", raw("type=webauthn.get")),
        with("client data an array", raw("[]")),
        with("no client data", raw("")));
  }

  static Stream<Forgery> ofAuthenticatorData() {
    return Stream.of(
        with(
            "for another relying party",
            forger ->
                System.arraycopy(
                    Bytes.sha256("evil.example".getBytes(StandardCharsets.UTF_8)),
                    0,
                    forger.authenticatorData,
                    0,
                    32)),
        with(
            "for no relying party",
            forger -> Arrays.fill(forger.authenticatorData, 0, 32, (byte) 0)),
        with("nobody present", flags(0x04)),
        with("nobody verified", flags(0x01)),
        with("neither", flags(0x00)),
        with("backed up but not able to be", flags(0x15)),
        with("credential announced but absent", flags(0x45)),
        with("extensions announced but absent", flags(0x85)),
        with(
            "cut short",
            forger -> forger.authenticatorData = Arrays.copyOf(forger.authenticatorData, 36)),
        with(
            "too long",
            forger -> forger.authenticatorData = Arrays.copyOf(forger.authenticatorData, 38)),
        with("no authenticator data", forger -> forger.authenticatorData = new byte[0]));
  }

  static Stream<Forgery> ofSignature() {
    return Stream.of(
        with("no signature", forger -> forger.signature = new byte[0]),
        with(
            "signature of zeros",
            forger -> forger.signature = new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}),
        with(
            "signature cut short",
            forger -> {
              byte[] good = good(forger);
              forger.signature = Arrays.copyOf(good, good.length - 1);
            }),
        with(
            "signature as two numbers, not DER",
            forger -> forger.signature = concatenated(good(forger))),
        with(
            "signature over the client data itself",
            forger ->
                forger.signature = forger.sign(forger.authenticatorData, forger.clientDataBytes())),
        with(
            "signature over the client data alone",
            forger -> forger.signature = forger.sign(Bytes.sha256(forger.clientDataBytes()))),
        with(
            "signature in the wrong order",
            forger ->
                forger.signature =
                    forger.sign(Bytes.sha256(forger.clientDataBytes()), forger.authenticatorData)),
        with("signature of another hash", forger -> forger.algorithm = "SHA512withECDSA"),
        with("signature of an old hash", forger -> forger.algorithm = "SHA1withECDSA"));
  }

  static Stream<Forgery> ofWrapping() {
    return Stream.of(
        wrapped("no id", whole -> whole.remove("id")),
        wrapped("empty id", whole -> whole.put("id", "").put("rawId", "")),
        wrapped("unknown id", whole -> whole.put("id", "AAAA").put("rawId", "AAAA")),
        wrapped("no response", whole -> whole.remove("response")),
        wrapped("response null", whole -> whole.putNull("response")),
        wrapped("response a list", whole -> whole.putArray("response")),
        wrapped("client data missing", whole -> response(whole).remove("clientDataJSON")),
        wrapped("authenticator data missing", whole -> response(whole).remove("authenticatorData")),
        wrapped("signature missing", whole -> response(whole).remove("signature")),
        wrapped("client data not base64url", whole -> response(whole).put("clientDataJSON", "%%%")),
        wrapped("signature a number", whole -> response(whole).put("signature", 7)),
        wrapped(
            "answer to a registration",
            whole -> response(whole).put("attestationObject", "oA").remove("authenticatorData")));
  }

  private static Forgery with(String name, Consumer<Forger> change) {
    return new Forgery(name, change);
  }

  private static Forgery wrapped(String name, Consumer<ObjectNode> change) {
    return new Forgery(name, forger -> forger.wrap(change));
  }

  private static Consumer<Forger> data(String member, Object value) {
    return forger -> forger.clientData.put(member, value);
  }

  private static Consumer<Forger> raw(String text) {
    return forger -> forger.rawClientData = text.getBytes(StandardCharsets.UTF_8);
  }

  private static Consumer<Forger> flags(int flags) {
    return forger -> forger.authenticatorData[Forger.FLAGS] = (byte) flags;
  }

  private static ObjectNode response(ObjectNode whole) {
    return (ObjectNode) whole.get("response");
  }

  private static String challenge(Forger forger) {
    return String.valueOf(forger.clientData.get("challenge"));
  }

  private static void oneBitOfTheChallenge(Forger forger) {
    byte[] bytes = java.util.Base64.getUrlDecoder().decode(challenge(forger));
    bytes[31] ^= 1;
    forger.clientData.put("challenge", Bytes.base64url(bytes));
  }

  private static byte[] good(Forger forger) {
    return forger.sign(forger.authenticatorData, Bytes.sha256(forger.clientDataBytes()));
  }

  private static byte[] concatenated(byte[] der) {
    try {
      return ECDSA.transcodeSignatureToConcat(der, 64);
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer propose(Phone phone) {
    return phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).is(201);
  }

  private static Forger forger(Phone phone, Answer proposal) {
    return Forger.of(
        phone.passkey(), proposal.json().at("/requestOptions/challenge").asString(), Phone.ORIGIN);
  }

  private static Answer give(Phone phone, Answer proposal, JsonNode assertion) {
    return phone.post(
        "/api/grants", Map.of("proposal", proposal.text("proposal"), "assertion", assertion));
  }
}
