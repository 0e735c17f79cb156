package net.sociallook.registry.link;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import net.sociallook.registry.passkey.Bytes;

/**
 * What an institution hands to its client: twelve letters and digits (60 random bits) that are not
 * mistaken for each other when read aloud or typed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 §6, base32</a>
 */
public record InvitationCode(String value) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static InvitationCode random() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new InvitationCode(code.toString());
  }

  /** As a person typed it: case, blanks and hyphens do not matter. */
  public static InvitationCode typed(String text) {
    return new InvitationCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  /** SHA-256 of it, which is all that is kept. */
  public byte[] hash() {
    return Bytes.sha256(value.getBytes(StandardCharsets.UTF_8));
  }
}
