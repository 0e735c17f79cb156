package net.sociallook.gateway.world;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes consent tokens as the registry does, and every deviation from it. */
public final class TokenForge {
  public static final String ISSUER = "https://registry.test";
  public static final String AUDIENCE = "https://gateway.test/fhir";
  public static final String RECIPIENT = "jobcenter-nordhausen";
  public static final String HOLDER = "youth-office-nordhausen";
  public static final String AT_RECIPIENT = "0123456789abcdef0123456789abcdef";
  public static final String AT_HOLDER = "fedcba9876543210fedcba9876543210";
  public static final String ORIGIN = "http://localhost:8080";

  public final ECKey issuerKey = key("registry-1");
  public final ECKey clusterKey = key("cluster-1");
  public final ECKey endorsingKey = key("youth-1");
  private final SoftwarePasskey passkey = SoftwarePasskey.create("localhost", ORIGIN);
  private final byte[] publicKey = publicKey(passkey);

  /** The passkey that is endorsed, and signs unless a draft says otherwise. */
  public SoftwarePasskey passkey() {
    return passkey;
  }

  /** All parts of a token, each to be changed before it is made. */
  public static final class Draft {
    public Map<String, Object> header = new LinkedHashMap<>();
    public Map<String, Object> claims = new LinkedHashMap<>();
    public Map<String, Object> routing = new LinkedHashMap<>();
    public Map<String, Object> document = new LinkedHashMap<>();
    public Map<String, Object> endorsement = new LinkedHashMap<>();
    public Consumer<Map<String, Object>> evidence = made -> {};
    public UnaryOperator<byte[]> frame = made -> made;
    public SoftwarePasskey signer;

    /** What leads from the signer's key to the endorsed one; empty: they are the same. */
    public List<ChainForge.Step> chain = List.of();

    public ECKey endorser;
    public ECKey signingKey;

    @SuppressWarnings("unchecked")
    public Map<String, Object> detail(int index) {
      return ((List<Map<String, Object>>) claims.get("authorization_details")).get(index);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String claim) {
      return (Map<String, Object>) claims.get(claim);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> asker() {
      return (Map<String, Object>) map("extensions").get("ihe_iua");
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> signedProvisions() {
      return (List<Map<String, Object>>) document.get("provisions");
    }
  }

  public String token(String thumbprint) {
    return token(thumbprint, draft -> {});
  }

  public String token(String thumbprint, Consumer<Draft> change) {
    Draft draft = draft(thumbprint);
    change.accept(draft);
    return seal(draft);
  }

  /** Signs what the draft says, with routing and evidence made from it. */
  public String seal(Draft draft) {
    if (!draft.claims.containsKey("routing")) {
      Map<String, Object> routing = new LinkedHashMap<>(draft.routing);
      routing.putIfAbsent("jti", draft.claims.get("jti"));
      routing.putIfAbsent("evidence", evidence(draft));
      draft.claims.put(
          "routing", encrypt(draft.frame.apply(RoutingForge.plaintext(routing)), clusterKey));
    }
    return Jws.es256(draft.header, draft.claims, draft.signingKey);
  }

  public Draft draft(String thumbprint) {
    long now = Instant.now().getEpochSecond();
    String grant = UUID.randomUUID().toString();
    Draft draft = new Draft();
    draft.signer = passkey;
    draft.endorser = endorsingKey;
    draft.signingKey = issuerKey;
    draft.header.putAll(Map.of("alg", "ES256", "typ", "at+jwt", "kid", "registry-1"));
    Map<String, Object> claims = draft.claims;
    claims.put("iss", ISSUER);
    claims.put("sub", RECIPIENT);
    claims.put("client_id", RECIPIENT);
    claims.put("aud", AUDIENCE);
    claims.put("iat", now);
    claims.put("nbf", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("scope", "system/DocumentReference.rs system/Binary.r");
    claims.put("cnf", mutable(Map.of("x5t#S256", thumbprint)));
    claims.put("grant", mutable(Map.of("id", grant, "version", 3, "read_at", 48211)));
    claims.put("holder", HOLDER);
    String from = Instant.ofEpochSecond(now - 86_400).toString();
    String until = Instant.ofEpochSecond(now + 86_400L * 30).toString();
    claims.put("authorization_details", new ArrayList<>(List.of(detail(from, until))));
    claims.put("extensions", extensions(grant));
    draft.routing.put("holders", mutable(Map.of(HOLDER, AT_HOLDER)));
    draft.routing.put("blocks", new ArrayList<>());
    draft.document.putAll(document(grant, from, until));
    draft.endorsement.putAll(
        Map.of(
            "iss",
            HOLDER,
            "iat",
            now - 1000,
            "jti",
            UUID.randomUUID().toString(),
            "patient",
            AT_HOLDER));
    return draft;
  }

  private static Map<String, Object> detail(String from, String until) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", "https://sociallook.net/rar/consent-access/v1");
    detail.put("actions", List.of("documents-read"));
    detail.put("max_confidentiality", "N");
    detail.put("valid_from", from);
    detail.put("valid_until", until);
    return detail;
  }

  private static Map<String, Object> extensions(String grant) {
    Map<String, Object> iua = new LinkedHashMap<>();
    iua.put("subject_name", "Weber, Anna");
    iua.put("subject_organization", "Jobcenter Nordhausen");
    iua.put("subject_organization_id", RECIPIENT);
    iua.put(
        "subject_role",
        List.of(
            Map.of(
                "system",
                "https://sociallook.net/fhir/CodeSystem/role",
                "code",
                "case-management")));
    iua.put(
        "purpose_of_use",
        List.of(
            Map.of("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code", "COC")));
    iua.put("person_id", "cw-001");
    iua.put("team", "u25");
    Map<String, Object> pcf = new LinkedHashMap<>();
    pcf.put("patient_id", AT_RECIPIENT);
    pcf.put("doc_id", List.of("urn:uuid:" + grant));
    return mutable(Map.of("ihe_iua", iua, "ihe_pcf", pcf));
  }

  private static Map<String, Object> document(String grant, String from, String until) {
    Map<String, Object> provision = new LinkedHashMap<>();
    provision.put("permission", "documents-read");
    provision.put("holder", HOLDER);
    provision.put("purpose", "COC");
    provision.put("validFrom", from);
    provision.put("validUntil", until);
    provision.put("maxConfidentiality", "N");
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "https://sociallook.net/consent/grant/v1");
    document.put("grant", grant);
    document.put("version", 2);
    document.put("previous", null);
    document.put("recipient", RECIPIENT);
    document.put("provisions", new ArrayList<>(List.of(provision)));
    document.put("textHash", Jws.base64(new byte[32]));
    document.put("language", "de");
    document.put("nonce", Jws.base64(new byte[32]));
    return document;
  }

  private Map<String, Object> evidence(Draft draft) {
    byte[] document = Jws.json(draft.document);
    byte[] salt = new byte[32];
    JsonNode assertion =
        JsonMapper.shared()
            .readTree(draft.signer.sign("{\"challenge\":\"" + Jws.base64(sha256(document)) + "\"}"))
            .get("response");
    Map<String, Object> claims = new LinkedHashMap<>(draft.endorsement);
    claims.putIfAbsent("key_hash", Jws.base64(sha256(salt, publicKey)));
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("document", Jws.base64(document));
    evidence.put(
        "publicKey", Jws.base64(draft.chain.isEmpty() ? publicKey : publicKey(draft.signer)));
    evidence.put("endorsedKey", Jws.base64(publicKey));
    evidence.put("chain", draft.chain);
    evidence.put("authenticatorData", assertion.get("authenticatorData").asString());
    evidence.put("clientData", assertion.get("clientDataJSON").asString());
    evidence.put("signature", assertion.get("signature").asString());
    evidence.put("salt", Jws.base64(salt));
    evidence.put(
        "endorsement",
        Jws.es256(
            Map.of("alg", "ES256", "typ", "sociallook-endorsement+jwt", "kid", "youth-1"),
            claims,
            draft.endorser));
    draft.evidence.accept(evidence);
    return evidence;
  }

  public String encrypt(byte[] payload, ECKey to) {
    try {
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
              .contentType("sociallook-routing")
              .keyID("cluster-1")
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(payload));
      jwe.encrypt(new ECDHEncrypter(to.toECPublicKey()));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The COSE key. */
  public static byte[] publicKey(SoftwarePasskey passkey) {
    String made = passkey.register("{\"challenge\":\"" + Jws.base64(new byte[32]) + "\"}");
    String attestation =
        JsonMapper.shared().readTree(made).get("response").get("attestationObject").asString();
    ObjectConverter converter = new ObjectConverter();
    AttestationObject object =
        converter
            .getCborConverter()
            .readValue(Base64.getUrlDecoder().decode(attestation), AttestationObject.class);
    return converter
        .getCborConverter()
        .writeValueAsBytes(object.getAuthenticatorData().getAttestedCredentialData().getCOSEKey());
  }

  private static Map<String, Object> mutable(Map<String, ?> map) {
    return new LinkedHashMap<>(map);
  }
}
