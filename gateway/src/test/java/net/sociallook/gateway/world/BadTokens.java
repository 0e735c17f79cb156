package net.sociallook.gateway.world;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must be refused: each differs from a good one in one respect. */
public final class BadTokens {
  private final TokenForge forge;
  private final String thumbprint;
  private final List<Case> all = new ArrayList<>();

  /** A bad token, and what the ledger will say of it. */
  public record Case(String name, String fault, UnaryOperator<HttpRequest.Builder> authorize) {
    @Override
    public String toString() {
      return name + ": " + fault;
    }
  }

  private BadTokens(TokenForge forge, String thumbprint) {
    this.forge = forge;
    this.thumbprint = thumbprint;
  }

  public static Stream<Case> all(TokenForge forge, String thumbprint) {
    BadTokens bad = new BadTokens(forge, thumbprint);
    bad.carriers();
    bad.headers();
    bad.signatures();
    bad.claims();
    BadAuthority.add(forge, bad::draft);
    return bad.all.stream();
  }

  private void carriers() {
    String good = forge.token(thumbprint);
    request("no token", "token-missing", r -> r);
    request("other scheme", "token-missing", r -> r.header("Authorization", "Basic " + good));
    request(
        "two tokens",
        "token-missing",
        r -> r.header("Authorization", "Bearer " + good).header("Authorization", "Bearer " + good));
    token("rubbish", "token-malformed", () -> "rubbish");
    token("two parts", "token-malformed", () -> good.substring(0, good.lastIndexOf('.')));
    token("padding", "token-malformed", () -> good + "=");
    token("7 kB", "token-malformed", () -> good + "A".repeat(7000));
    token("JWE", "token-malformed", () -> forge.encrypt(new byte[256], forge.clusterKey));
  }

  private void headers() {
    malformedHeader("alg none", h -> h.put("alg", "none"));
    malformedHeader("alg ES384", h -> h.put("alg", "ES384"));
    malformedHeader("typ missing", h -> h.remove("typ"));
    malformedHeader("typ JWT", h -> h.put("typ", "JWT"));
    malformedHeader("kid missing", h -> h.remove("kid"));
    malformedHeader("kid path", h -> h.put("kid", "../../../dev/null"));
    malformedHeader("kid SQL", h -> h.put("kid", "x' OR '1'='1"));
    malformedHeader("jwk", h -> h.put("jwk", forge.issuerKey.toPublicJWK().toJSONObject()));
    malformedHeader("jku", h -> h.put("jku", "https://localhost/jwks"));
    malformedHeader("x5u", h -> h.put("x5u", "https://localhost/cert"));
    malformedHeader("x5c", h -> h.put("x5c", List.of("AAAA")));
    malformedHeader("crit", h -> h.put("crit", List.of("exp")));
    malformedHeader(
        "b64 false",
        h -> {
          h.put("b64", false);
          h.put("crit", List.of("b64"));
        });
    malformedHeader("zip", h -> h.put("zip", "DEF"));
    draft("kid unknown", "token-signature", d -> d.header.put("kid", "registry-9"));
  }

  private void malformedHeader(String name, Consumer<Map<String, Object>> change) {
    draft(name, "token-malformed", d -> change.accept(d.header));
  }

  private void signatures() {
    draft("other key", "token-signature", d -> d.signingKey = TokenForge.key("registry-1"));
    token("psychic", "token-signature", () -> unsigned(forge.token(thumbprint)) + zeros());
    token("changed", "token-signature", this::changed);
    token("empty signature", "token-malformed", () -> unsigned(forge.token(thumbprint)));
    token("HS256 with the public key", "token-malformed", this::hs256);
    token("RS256", "token-malformed", this::rs256);
  }

  private static String unsigned(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String zeros() {
    return Jws.base64(new byte[64]);
  }

  private String changed() {
    String[] one = forge.token(thumbprint).split("\\.");
    String[] other = forge.token(thumbprint).split("\\.");
    return one[0] + "." + other[1] + "." + one[2];
  }

  private String hs256() {
    TokenForge.Draft draft = forge.draft(thumbprint);
    draft.header.put("alg", "HS256");
    String input = Jws.input(draft.header, draft.claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = forge.issuerKey.toECPublicKey().getEncoded();
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return input + "." + Jws.base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String rs256() {
    TokenForge.Draft draft = forge.draft(thumbprint);
    draft.header.put("alg", "RS256");
    String input = Jws.input(draft.header, draft.claims);
    try {
      PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Jws.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void claims() {
    for (String claim : forge.draft(thumbprint).claims.keySet()) {
      draft("without " + claim, "token-claims", d -> d.claims.remove(claim));
      draft(claim + " null", "token-claims", d -> d.claims.put(claim, null));
    }
    draft("unknown claim", "token-claims", d -> d.claims.put("admin", true));
    draft("iss", "token-other-party", d -> d.claims.put("iss", "https://registry.evil"));
    draft("aud list", "token-claims", d -> d.claims.put("aud", List.of(TokenForge.AUDIENCE)));
    draft("aud", "token-other-party", d -> d.claims.put("aud", "https://other.test/fhir"));
    draft("expired", "token-time", d -> shift(d, -301));
    draft("not yet", "token-time", d -> shift(d, 120));
    draft("long life", "token-time", d -> add(d, "exp", 1));
    draft("cnf of another", "token-other-caller", d -> d.map("cnf").put("x5t#S256", zeros()));
    draft("cnf with jkt", "token-claims", d -> d.map("cnf").put("jkt", zeros()));
    draft("sub", "token-claims", d -> d.claims.put("sub", "horizont-ev"));
    draft("deep", "token-claims", d -> d.claims.put("scope", nested(100)));
    draft("version 0", "token-claims", d -> d.map("grant").put("version", 0));
    draft("permission", "token-claims", d -> d.detail(0).put("actions", List.of("everything")));
    draft("statistics", "token-claims", d -> d.detail(0).put("actions", List.of("statistics")));
    draft("no actions", "token-claims", d -> d.detail(0).put("actions", List.of()));
    draft("detail of its own kind", "token-claims", d -> d.detail(0).put("type", "https://x.test"));
    draft("datatypes", "token-claims", d -> d.detail(0).put("datatypes", List.of("Goal")));
    draft("detail for another", "token-claims", d -> d.detail(0).put("recipient", "horizont-ev"));
    draft("detail of a holder", "token-claims", d -> d.detail(0).put("holder", "horizont-ev"));
    draft("holders", "token-claims", d -> d.claims.put("holder", List.of(TokenForge.HOLDER)));
    draft("no holder's id", "token-claims", d -> d.claims.put("holder", "../../etc"));
    draft("unsigned holder", "token-evidence", d -> d.claims.put("holder", "horizont-ev"));
    draft("no details", "token-claims", d -> d.claims.put("authorization_details", List.of()));
    draft("13 months", "token-claims", d -> d.detail(0).put("valid_until", "2099-01-01T00:00:00Z"));
    for (String purpose : List.of("FRAUD", "ELIGDTRM", "PATRQT", "coc")) {
      draft(purpose, "token-purpose", d -> d.asker().put("purpose_of_use", List.of(act(purpose))));
    }
    draft("no purpose", "token-claims", d -> d.asker().put("purpose_of_use", List.of()));
    draft(
        "two purposes",
        "token-claims",
        d -> d.asker().put("purpose_of_use", List.of(act("COC"), act("COC"))));
    draft("detail of a purpose", "token-claims", d -> d.detail(0).put("purpose", "COC"));
    token("duplicate claim", "token-claims", this::duplicateClaim);
  }

  private static Map<String, String> act(String purpose) {
    return Map.of("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code", purpose);
  }

  private String duplicateClaim() {
    TokenForge.Draft draft = forge.draft(thumbprint);
    forge.seal(draft);
    String json = new String(Jws.json(draft.claims), StandardCharsets.UTF_8);
    String twice = "{\"aud\":\"" + TokenForge.AUDIENCE + "\"," + json.substring(1);
    return Jws.es256(draft.header, twice.getBytes(StandardCharsets.UTF_8), forge.issuerKey);
  }

  private static void shift(TokenForge.Draft draft, long seconds) {
    add(draft, "iat", seconds);
    add(draft, "nbf", seconds);
    add(draft, "exp", seconds);
  }

  private static void add(TokenForge.Draft draft, String claim, long seconds) {
    draft.claims.merge(claim, seconds, (a, b) -> (Long) a + (Long) b);
  }

  private static Object nested(int depth) {
    Object inner = "x";
    for (int i = 0; i < depth; i++) {
      inner = new LinkedHashMap<>(Map.of("a", inner));
    }
    return inner;
  }

  private void draft(String name, String fault, Consumer<TokenForge.Draft> change) {
    token(name, fault, () -> forge.token(thumbprint, change));
  }

  private void token(String name, String fault, Supplier<String> token) {
    request(name, fault, r -> r.header("Authorization", "Bearer " + token.get()));
  }

  private void request(String name, String fault, UnaryOperator<HttpRequest.Builder> authorize) {
    all.add(new Case(name, fault, authorize));
  }
}
