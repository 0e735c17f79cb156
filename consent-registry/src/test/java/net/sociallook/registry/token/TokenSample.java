package net.sociallook.registry.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import net.sociallook.registry.token.key.KeyStanding;
import net.sociallook.registry.token.key.Rotation;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.token.routing.RoutingSeal;

/** One token and all that it is made from, for tests without a database. */
final class TokenSample {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");
  static final String ISSUER = "https://registry.example";
  static final String AUDIENCE = "https://gateway.example/fhir";
  static final String PATIENT = "5f1c0a9e8b7d4c3fa2e16b5d9c8e7f60";
  static final String PATIENT_AT_HOLDER = "b82d7e03c95f41a6d0e84f6b13a97c5e";
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

        @Override
        public List<KeyStanding> standings() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Rotation rotate(String replacing) {
          throw new UnsupportedOperationException();
        }
      };

  static final TokenReader READER = new TokenReader(KEYS.published(), CLUSTER_KEY);

  private TokenSample() {}

  static TokenComposer composer() {
    return new TokenComposer(new RoutingSeal(clusterKeys()));
  }

  static ConsentToken token(List<Block> blocks, Provision... provisions) {
    return composer()
        .compose(bearer(), granted(provisions), hidden(blocks, provisions), NOW)
        .orElseThrow();
  }

  static ConsentToken token(SignedEvidence evidence, Provision... provisions) {
    TokenComposer.Hidden hidden =
        new TokenComposer.Hidden(YOUTH_OFFICE, PATIENT_AT_HOLDER, List.of(), evidence);
    return composer().compose(bearer(), granted(provisions), hidden, NOW).orElseThrow();
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

  static TokenComposer.Hidden hidden(List<Block> blocks, Provision... provisions) {
    return new TokenComposer.Hidden(
        YOUTH_OFFICE, PATIENT_AT_HOLDER, blocks, EvidenceSample.of(List.of(provisions)));
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
