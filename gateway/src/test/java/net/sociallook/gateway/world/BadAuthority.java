package net.sociallook.gateway.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.sociallook.testbed.SoftwarePasskey;

/** Tokens the registry signed and that the client, or her institution, did not. */
final class BadAuthority {
  private static final String ROUTING = "token-routing";
  private static final String EVIDENCE = "token-evidence";

  /** Takes a named deviation. */
  interface Sink {
    void add(String name, String fault, Consumer<TokenForge.Draft> change);
  }

  private BadAuthority() {}

  static void add(TokenForge forge, Sink to) {
    routing(forge, to);
    signature(to);
    endorsement(to);
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
        d ->
            d.claims.put(
                "routing", forge.encrypt(Jws.json(Map.of()), TokenForge.key("cluster-1"))));
    to.add(
        "routing unframed",
        ROUTING,
        d -> d.claims.put("routing", forge.encryptRaw(new byte[512], forge.clusterKey)));
    to.add(
        "routing that inflates without end",
        ROUTING,
        d ->
            d.claims.put(
                "routing",
                forge.encrypt(
                    ("{\"a\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8),
                    forge.clusterKey)));
    to.add("unknown member", ROUTING, d -> d.routing.put("trust", "me"));
    to.add("no blocks", ROUTING, d -> d.routing.remove("blocks"));
    to.add(
        "unknown block", ROUTING, d -> d.routing.put("blocks", List.of(Map.of("kind", "maybe"))));
    to.add("no evidence", ROUTING, d -> d.routing.put("evidence", new LinkedHashMap<>()));
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
        "signature of something else",
        EVIDENCE,
        d -> d.evidence = made -> made.put("signature", Jws.base64(new byte[70])));
    to.add(
        "authenticator data changed",
        EVIDENCE,
        d -> d.evidence = made -> made.put("authenticatorData", Jws.base64(new byte[37])));
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
