package net.sociallook.gateway.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.sociallook.testbed.SoftwarePasskey;

/** Tokens the registry signed and that the client, or her institution, did not. */
final class BadAuthority {
  private static final String ROUTING = "token-routing";
  private static final String EVIDENCE = "token-evidence";
  private static final String SOMEBODY = "00000000000000000000000000000000";

  /** Takes a named deviation. */
  interface Sink {
    void add(String name, String fault, Consumer<TokenForge.Draft> change);
  }

  private BadAuthority() {}

  static void add(TokenForge forge, Sink to) {
    routing(forge, to);
    signature(to);
    endorsement(to);
    leadElsewhere(to);
    document(to);
  }

  private static void routing(TokenForge forge, Sink to) {
    to.add("routing is no JWE", ROUTING, d -> d.claims.put("routing", "a.b.c.d.e"));
    to.add(
        "routing of another token",
        ROUTING,
        d -> d.routing.put("jti", UUID.randomUUID().toString()));
    to.add(
        "routing to another key",
        ROUTING,
        d -> d.claims.put("routing", forge.encrypt(new byte[256], TokenForge.key("cluster-1"))));
    plaintext(forge, to, "routing of zeros", () -> new byte[256]);
    plaintext(forge, to, "routing of no whole block", () -> new byte[255]);
    plaintext(
        forge,
        to,
        "routing that inflates without end",
        () -> RoutingForge.frame(new byte[1_000_000], new byte[0]));
    plaintext(
        forge, to, "texts that end early", () -> RoutingForge.frame(new byte[] {0}, new byte[0]));
    plaintext(
        forge, to, "a sixth text", () -> RoutingForge.frame(new byte[6 * 2], new byte[6 * 2]));
    framed(to, "a whole block of padding too much", f -> Arrays.copyOf(f, f.length + 256));
    framed(to, "padding that says something", BadAuthority::writtenOn);
    framed(to, "a length beyond the end", f -> ByteBuffer.wrap(f).putInt(f.length).array());
    to.add("unknown member", ROUTING, d -> d.routing.put("trust", "me"));
    to.add("no blocks", ROUTING, d -> d.routing.remove("blocks"));
    to.add(
        "unknown block", ROUTING, d -> d.routing.put("blocks", List.of(Map.of("kind", "maybe"))));
    to.add("no evidence", EVIDENCE, d -> d.routing.put("evidence", new LinkedHashMap<>()));
  }

  private static void plaintext(
      TokenForge forge, Sink to, String name, Supplier<byte[]> plaintext) {
    to.add(
        name,
        ROUTING,
        d -> d.claims.put("routing", forge.encrypt(plaintext.get(), forge.clusterKey)));
  }

  /** A frame that is good but for one change. */
  private static void framed(Sink to, String name, UnaryOperator<byte[]> change) {
    to.add(name, ROUTING, d -> d.frame = change);
  }

  private static byte[] writtenOn(byte[] frame) {
    frame[frame.length - 1] = 1;
    return frame;
  }

  private static void signature(Sink to) {
    to.add("user not verified", EVIDENCE, d -> d.signer = d.signer.withoutUserVerification());
    to.add("other origin", EVIDENCE, d -> d.signer = d.signer.calledFrom("http://localhost:9999"));
    to.add(
        "other passkey",
        EVIDENCE,
        d -> d.signer = SoftwarePasskey.create("localhost", TokenForge.ORIGIN));
    to.add(
        "other relying party",
        EVIDENCE,
        d -> d.signer = SoftwarePasskey.create("evil.test", TokenForge.ORIGIN));
    to.add(
        "document changed after signing",
        EVIDENCE,
        d ->
            d.evidence =
                made -> {
                  d.document.put("language", "en");
                  made.put("document", Jws.base64(Jws.json(d.document)));
                });
    to.add(
        "another document signed",
        EVIDENCE,
        d ->
            d.evidence =
                made ->
                    made.put(
                        "clientData",
                        challenged(made.get("clientData"), TokenForge.sha256(new byte[1]))));
    to.add(
        "signature of something else",
        EVIDENCE,
        d -> d.evidence = made -> made.put("signature", Jws.base64(new byte[70])));
    to.add(
        "authenticator data changed",
        EVIDENCE,
        d -> d.evidence = made -> made.put("authenticatorData", Jws.base64(new byte[37])));
  }

  private static String challenged(Object clientData, byte[] challenge) {
    String text =
        new String(Base64.getUrlDecoder().decode(clientData.toString()), StandardCharsets.UTF_8);
    String other =
        text.replaceFirst(
            "\"challenge\":\"[^\"]*\"", "\"challenge\":\"" + Jws.base64(challenge) + "\"");
    return Jws.base64(other.getBytes(StandardCharsets.UTF_8));
  }

  private static void endorsement(Sink to) {
    to.add("endorsed by nobody", EVIDENCE, d -> d.endorser = TokenForge.key("youth-1"));
    to.add(
        "endorsed by an institution without keys",
        EVIDENCE,
        d -> d.endorsement.put("iss", TokenForge.RECIPIENT));
    to.add(
        "another key endorsed",
        EVIDENCE,
        d -> d.endorsement.put("key_hash", Jws.base64(new byte[32])));
    to.add(
        "salt changed",
        EVIDENCE,
        d -> d.evidence = made -> made.put("salt", Jws.base64(TokenForge.sha256(new byte[1]))));
  }

  /** A client's own signature, led to somebody else. */
  private static void leadElsewhere(Sink to) {
    to.add("to another client", EVIDENCE, d -> d.routing.put("holders", at(TokenForge.HOLDER)));
    to.add(
        "to another holder's id of somebody",
        EVIDENCE,
        d -> d.routing.put("holders", at("horizont-ev")));
    to.add("to nobody", EVIDENCE, d -> d.routing.put("holders", Map.of()));
    to.add(
        "to another client beside",
        EVIDENCE,
        d ->
            d.routing.put(
                "holders",
                Map.of(TokenForge.HOLDER, TokenForge.AT_HOLDER, "horizont-ev", SOMEBODY)));
    to.add("endorsed for another client", EVIDENCE, d -> d.endorsement.put("patient", SOMEBODY));
    to.add("endorsed for nobody", EVIDENCE, d -> d.endorsement.remove("patient"));
    to.add("endorsed for no pseudonym", EVIDENCE, d -> d.endorsement.put("patient", "Jonas"));
    to.add(
        "endorsed by somebody else than the holder",
        EVIDENCE,
        d -> d.endorsement.put("iss", "horizont-ev"));
    to.add(
        "endorsed for the recipient's pseudonym",
        EVIDENCE,
        d -> d.endorsement.put("patient", TokenForge.AT_RECIPIENT));
  }

  private static Map<String, String> at(String holder) {
    return Map.of(holder, SOMEBODY);
  }

  private static void document(Sink to) {
    to.add(
        "another grant signed",
        EVIDENCE,
        d -> d.document.put("grant", UUID.randomUUID().toString()));
    to.add("another recipient signed", EVIDENCE, d -> d.document.put("recipient", "horizont-ev"));
    to.add("a later version signed", EVIDENCE, d -> d.document.put("version", 4));
    to.add(
        "an unblocking signed",
        EVIDENCE,
        d -> d.document.put("type", "https://sociallook.net/consent/unblock/v1"));
    to.add(
        "another permission signed",
        EVIDENCE,
        d -> d.signedProvisions().getFirst().put("permission", "goals-view"));
    to.add(
        "another holder signed",
        EVIDENCE,
        d -> d.signedProvisions().getFirst().put("holder", "horizont-ev"));
    to.add(
        "narrowed to one caseworker when signed",
        EVIDENCE,
        d -> d.signedProvisions().getFirst().put("caseworker", "cw-002"));
    to.add(
        "a higher ceiling than signed", EVIDENCE, d -> d.detail(0).put("max_confidentiality", "R"));
    to.add(
        "a longer time than signed",
        EVIDENCE,
        d -> d.detail(0).put("valid_until", later(d.detail(0).get("valid_until"))));
    to.add("nothing signed", EVIDENCE, d -> d.signedProvisions().clear());
  }

  private static String later(Object instant) {
    return Instant.parse(instant.toString()).plusSeconds(1).toString();
  }
}
