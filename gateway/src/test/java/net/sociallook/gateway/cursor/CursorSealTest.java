package net.sociallook.gateway.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorSealTest {
  private static final Cursor.Bound OWN = bound("youth-office-nordhausen", "g-1", 3, "thumb");

  private final OctetSequenceKey key = key("c-1", 256);
  private final CursorSeal seal = seal(key);

  @Test
  void sealedCursorOpensForItsOwnUseAndHidesThePage() {
    Cursor cursor = new Cursor(OWN, "status=current", "seite zwei & mehr");

    String text = seal.seal(cursor);

    assertThat(seal.open(text, OWN)).contains(cursor);
    assertThat(text).matches("[A-Za-z0-9._-]+").doesNotContain("seite");
  }

  @Test
  void lengthOfACursorDoesNotTellThePage() {
    assertThat(Stream.of("2", "ä".repeat(200), "\"".repeat(254), "x".repeat(510)))
        .extracting(page -> seal.seal(new Cursor(OWN, "status=current", page)).length())
        .containsOnly(seal.seal(new Cursor(OWN, "status=current", "seite zwei")).length());
  }

  static Stream<Cursor.Bound> otherUses() {
    return Stream.of(
        bound("horizont-ev", "g-1", 3, "thumb"),
        bound("youth-office-nordhausen", "g-2", 3, "thumb"),
        bound("youth-office-nordhausen", "g-1", 4, "thumb"),
        bound("youth-office-nordhausen", "g-1", 3, "another"));
  }

  @ParameterizedTest
  @MethodSource("otherUses")
  void cursorIsWorthNothingForAnyOtherUse(Cursor.Bound other) {
    assertThat(seal.open(seal.seal(new Cursor(OWN, "", "2")), other)).isEmpty();
  }

  @Test
  void changedCursorDoesNotOpen() {
    String text = seal.seal(new Cursor(OWN, "", "2"));
    for (int at = 0; at < text.length(); at++) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      // the last letter of a part can hold bits that no byte uses
      boolean lastOfPart = at + 1 == text.length() || text.charAt(at + 1) == '.';
      if (!lastOfPart) {
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        assertThat(seal.open(changed, OWN)).as("changed at %d", at).isEmpty();
      }
    }
  }

  @Test
  void cursorOfAnotherKeyDoesNotOpen() {
    String foreign = seal(key("c-1", 256)).seal(new Cursor(OWN, "", "2"));

    assertThat(seal.open(foreign, OWN)).isEmpty();
  }

  @Test
  void cursorOfTheFormerKeyOpensWhileItIsKept() {
    String old = seal.seal(new Cursor(OWN, "", "2"));

    assertThat(seal(key("c-2", 256), key).open(old, OWN)).isPresent();
  }

  @Test
  void shortKeyIsRefusedAtStart() {
    String json = new JWKSet(key("c-1", 128)).toString(false);

    assertThatThrownBy(() -> CursorSeal.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("256 bits");
  }

  private static CursorSeal seal(OctetSequenceKey... keys) {
    return CursorSeal.parse(new JWKSet(List.of(keys)).toString(false));
  }

  private static OctetSequenceKey key(String kid, int bits) {
    try {
      return new OctetSequenceKeyGenerator(bits).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cursor.Bound bound(String holder, String grant, int version, String thumbprint) {
    return new Cursor.Bound(
        new InstitutionId(holder), new Grant.Version(new GrantId(grant), version), thumbprint);
  }
}
