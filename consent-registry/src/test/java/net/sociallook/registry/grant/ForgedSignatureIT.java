package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.testbed.SoftwarePasskey;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No grant comes of an assertion that is not the client's own, over this very document. */
class ForgedSignatureIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @ParameterizedTest
  @MethodSource("forgeries")
  void forgedAssertionGivesNothing(BiFunction<Phone, Answer, JsonNode> forgery) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    phone
        .post(
            "/api/grants",
            Map.of(
                "proposal", proposal.text("proposal"),
                "assertion", forgery.apply(phone, proposal)))
        .isProblem(403, "signature-refused");
    assertThat(phone.get("/api/grants").json().get("grants")).isEmpty();
  }

  static Stream<Named<BiFunction<Phone, Answer, JsonNode>>> forgeries() {
    return Stream.of(
        Named.of("signed for another proposal", ForgedSignatureIT::ofAnotherProposal),
        Named.of(
            "one byte of the document changed",
            (phone, proposal) ->
                signed(phone.passkey(), challengeOf(proposal, ForgedSignatureIT::oneByteChanged))),
        Named.of(
            "document not canonical",
            (phone, proposal) ->
                signed(
                    phone.passkey(),
                    challengeOf(proposal, bytes -> (" " + new String(bytes)).getBytes()))),
        Named.of(
            "user not verified",
            (phone, proposal) ->
                Phone.assertion(phone.passkey().withoutUserVerification(), proposal)),
        Named.of(
            "page of another origin",
            (phone, proposal) ->
                Phone.assertion(phone.passkey().calledFrom("https://page.example"), proposal)),
        Named.of(
            "passkey of another relying party",
            (phone, proposal) ->
                Phone.assertion(SoftwarePasskey.create("page.example", Phone.ORIGIN), proposal)),
        Named.of(
            "passkey nobody registered",
            (phone, proposal) ->
                Phone.assertion(SoftwarePasskey.create("localhost", Phone.ORIGIN), proposal)),
        Named.of(
            "passkey of another client",
            (phone, proposal) ->
                Phone.assertion(Phone.linkedAt(REGISTRY, JOBCENTER).passkey(), proposal)),
        Named.of("another passkey under the client's credential id", ForgedSignatureIT::underHerId),
        Named.of("signature changed", (phone, proposal) -> changed(phone, proposal, "signature")),
        Named.of(
            "authenticator data changed",
            (phone, proposal) -> changed(phone, proposal, "authenticatorData")),
        Named.of(
            "client data changed", (phone, proposal) -> changed(phone, proposal, "clientDataJSON")),
        Named.of("nothing", (phone, proposal) -> JsonMapper.shared().createObjectNode()),
        Named.of("no object", (phone, proposal) -> JsonMapper.shared().readTree("[1]")));
  }

  private static JsonNode ofAnotherProposal(Phone phone, Answer proposal) {
    Answer other = phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    return Phone.assertion(phone.passkey(), other);
  }

  private static JsonNode underHerId(Phone phone, Answer proposal) {
    SoftwarePasskey foreign = SoftwarePasskey.create("localhost", Phone.ORIGIN);
    ObjectNode assertion = (ObjectNode) Phone.assertion(foreign, proposal);
    assertion.put("id", phone.passkey().credentialId());
    assertion.put("rawId", phone.passkey().credentialId());
    return assertion;
  }

  private static JsonNode changed(Phone phone, Answer proposal, String member) {
    JsonNode assertion = Phone.assertion(phone.passkey(), proposal);
    ObjectNode response = (ObjectNode) assertion.get("response");
    byte[] bytes = Base64.getUrlDecoder().decode(response.get(member).asString());
    response.put(member, Bytes.base64url(oneByteChanged(bytes)));
    return assertion;
  }

  private static byte[] oneByteChanged(byte[] bytes) {
    byte[] copy = bytes.clone();
    copy[copy.length - 3] ^= 1;
    return copy;
  }

  private static JsonNode signed(SoftwarePasskey passkey, String challenge) {
    String options = JsonMapper.shared().writeValueAsString(Map.of("challenge", challenge));
    return JsonMapper.shared().readTree(passkey.sign(options));
  }

  private static String challengeOf(Answer proposal, UnaryOperator<byte[]> change) {
    try {
      String document = proposal.json().get("document").toString();
      return Bytes.base64url(
          Bytes.sha256(change.apply(new JsonCanonicalizer(document).getEncodedUTF8())));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
