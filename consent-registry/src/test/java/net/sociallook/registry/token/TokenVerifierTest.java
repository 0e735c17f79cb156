package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.sociallook.consent.Permission;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private static final TokenVerifier VERIFIER =
      new TokenVerifier(TokenSample.KEYS, TokenSample.ISSUER);
  private static final String GOOD =
      TokenSample.signed(
          TokenSample.token(List.of(), TokenSample.provision(Permission.DOCUMENTS_READ)));

  @Test
  void tokenOfThisRegistryIsKnown() {
    assertThat(VERIFIER.verify(GOOD))
        .hasValueSatisfying(
            claims -> assertThat(claims.getSubject()).isEqualTo("jobcenter-nordhausen"));
  }

  @Test
  void tokenOfAnotherIssuerIsNot() {
    assertThat(new TokenVerifier(TokenSample.KEYS, "https://other.example").verify(GOOD)).isEmpty();
  }

  @Test
  void changedTokenIsNot() {
    String[] parts = GOOD.split("\\.");
    String claims =
        new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8)
            .replace("jobcenter", "jobcentre");
    assertThat(VERIFIER.verify(parts[0] + "." + Base64URL.encode(claims) + "." + parts[2]))
        .isEmpty();
  }

  @Test
  void tokenByAnotherKeyUnderTheSameIdIsNot() {
    ECKey foreign = TokenSample.newKey(TokenSample.SIGNING_KEY.getKeyID());
    assertThat(VERIFIER.verify(signed(header().build(), foreign))).isEmpty();
  }

  @Test
  void tokenOfAnotherTypeIsNot() {
    assertThat(
            VERIFIER.verify(
                signed(header().type(JOSEObjectType.JWT).build(), TokenSample.SIGNING_KEY)))
        .isEmpty();
  }

  @Test
  void tokenWithCriticalHeadersIsNot() {
    JWSHeader header = header().criticalParams(Set.of("exp")).customParam("exp", 1).build();
    assertThat(VERIFIER.verify(signed(header, TokenSample.SIGNING_KEY))).isEmpty();
  }

  @Test
  void tokenSignedWithThePublicKeyAsSecretIsNot() throws JOSEException {
    byte[] secret =
        TokenSample.SIGNING_KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    JWSObject confused =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TokenSigner.TYPE)
                .keyID(TokenSample.SIGNING_KEY.getKeyID())
                .build(),
            payload());
    confused.sign(new MACSigner(secret));
    assertThat(VERIFIER.verify(confused.serialize())).isEmpty();
  }

  @Test
  void unsignedTokenIsNot() {
    String[] parts = GOOD.split("\\.");
    Base64URL none = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
    assertThat(VERIFIER.verify(none + "." + parts[1] + ".")).isEmpty();
  }

  @Test
  void signatureOfZerosIsNot() {
    String[] parts = GOOD.split("\\.");
    assertThat(VERIFIER.verify(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64])))
        .isEmpty();
  }

  @Test
  void rubbishIsNot() {
    for (String rubbish : List.of("x", "a.b.c", "..", "a.b.c.d.e", "\u0000", "é.é.é")) {
      assertThat(VERIFIER.verify(rubbish)).isEmpty();
    }
    assertThat(VERIFIER.verify("a".repeat(1_000_000))).isEmpty();
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(TokenSigner.TYPE)
        .keyID(TokenSample.SIGNING_KEY.getKeyID());
  }

  private static Payload payload() {
    return new Payload(Base64URL.from(GOOD.split("\\.")[1]));
  }

  private static String signed(JWSHeader header, ECKey key) {
    try {
      JWSObject token = new JWSObject(header, payload());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
