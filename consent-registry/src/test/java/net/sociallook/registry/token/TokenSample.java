package net.sociallook.registry.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Requester;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.token.key.ClusterKeys;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.token.routing.RoutingSeal;

/** One token and all that it is made from, for tests without a database. */
final class TokenSample {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");
  static final String ISSUER = "https://registry.example";
  static final String AUDIENCE = "https://gateway.example/fhir";
  static final String PATIENT = "5f1c0a9e8b7d4c3fa2e16b5d9c8e7f60";
  static final String PATIENT_AT_HOLDER = "00112233445566778899aabbccddeeff";
  static final InstitutionId JOBCENTER = new InstitutionId("jobcenter-nordhausen");
  static final InstitutionId YOUTH_OFFICE = new InstitutionId("youth-office-nordhausen");
  static final GrantId GRANT = new GrantId("0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11");
  static final String THUMBPRINT = "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2";
  static final Period YEAR =
      new Period(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2027-11-21T00:00:00Z"));

  static final ECKey SIGNING_KEY = newKey("signing-1");
  static final ECKey CLUSTER_KEY = newKey("gateways-1");

  /** Keys as they would be read. */
  static final SigningKeys KEYS =
      new SigningKeys() {
        @Override
        public ECKey current() {
          return SIGNING_KEY;
        }

        @Override
        public JWKSet published() {
          return new JWKSet(SIGNING_KEY.toPublicJWK());
        }
      };

  static final TokenReader READER = new TokenReader(KEYS.published(), CLUSTER_KEY);

  private TokenSample() {}

  static TokenComposer composer() {
    return new TokenComposer(new RoutingSeal(clusterKeys()));
  }

  static ConsentToken token(List<Block> blocks, Provision... provisions) {
    return composer().compose(bearer(), granted(provisions), hidden(blocks), NOW).orElseThrow();
  }

  static String signed(ConsentToken token) {
    return sign(TokenClaims.of(token, ISSUER, AUDIENCE));
  }

  static String sign(Map<String, Object> claims) {
    return new TokenSigner(KEYS).sign(claims);
  }

  static ConsentToken.Bearer bearer() {
    Requester requester =
        new Requester(
            JOBCENTER,
            InstitutionKind.BENEFIT_AUTHORITY,
            new CaseworkerId("jc-001"),
            Optional.of(new TeamId("jc-u25")));
    return new ConsentToken.Bearer(
        new ConsentToken.Asker(requester, "Jobcenter Nordhausen", "Weber, Anna", "case-management"),
        new Confirmation.Certificate(THUMBPRINT),
        PATIENT);
  }

  static ConsentToken.Granted granted(Provision... provisions) {
    return new ConsentToken.Granted(new Grant.Version(GRANT, 3), 48211, List.of(provisions));
  }

  static TokenComposer.Hidden hidden(List<Block> blocks) {
    return new TokenComposer.Hidden(YOUTH_OFFICE, PATIENT_AT_HOLDER, blocks, evidence());
  }

  static Provision provision(Permission permission) {
    return provision(permission, YEAR, Narrowing.NONE);
  }

  static Provision provision(Permission permission, Period period, Narrowing narrowing) {
    return new Provision(
        permission,
        YOUTH_OFFICE,
        Purpose.CARE_COORDINATION,
        new Limits(period, Confidentiality.N, narrowing));
  }

  /** Of the lengths that real evidence has. */
  static SignedEvidence evidence() {
    return new SignedEvidence(
        document(),
        new SignedEvidence.Assertion(random(37), clientData(), random(71)),
        new SignedEvidence.EndorsedKey(
            random(77),
            random(32),
            "eyJhbGciOiJFUzI1NiIsInR5cCI6InNvY2lhbGxvb2stZW5kb3JzZW1lbnQrand0Iiwia2lkIjoieW91dGgtb2ZmaWNlIn0."
                + text(220)
                + "."
                + text(86)));
  }

  private static byte[] document() {
    return """
    {"grant":"0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11","language":"de","nonce":"%s",\
    "previous":"%s","provisions":[{"holder":"youth-office-nordhausen",\
    "maxConfidentiality":"N","permission":"documents-read","purpose":"COC",\
    "validFrom":"2026-11-21T00:00:00Z","validUntil":"2027-11-21T00:00:00Z"}],\
    "recipient":"jobcenter-nordhausen","textHash":"%s",\
    "type":"https://sociallook.net/consent/grant/v1","version":3}\
    """
        .formatted(text(43), text(43), text(43))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] clientData() {
    return """
    {"type":"webauthn.get","challenge":"%s","origin":"http://localhost:8080",\
    "crossOrigin":false}\
    """
        .formatted(text(43))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static final Random RANDOM = new Random(7);

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(int length) {
    return java.util.Base64.getUrlEncoder().encodeToString(random(length)).substring(0, length);
  }

  private static ClusterKeys clusterKeys() {
    try {
      Path file = Files.createTempFile("cluster-keys", ".json");
      file.toFile().deleteOnExit();
      Files.writeString(file, new JWKSet(CLUSTER_KEY).toString());
      return ClusterKeys.read(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
