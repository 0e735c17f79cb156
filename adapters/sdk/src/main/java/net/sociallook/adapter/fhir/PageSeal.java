package net.sociallook.adapter.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a position into the opaque value of {@code _page} and back, without keeping anything. The
 * value is encrypted (a position may tell of a record that the gateway withholds) and bound to the
 * patient and the filters, so that it is good for this search alone. AES-256-GCM, the key in a
 * file.
 */
public final class PageSeal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private PageSeal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Reads the key {@code page.key} in a directory, or draws it the first time.
   *
   * @throws IllegalStateException if there is something else in the file
   */
  public static PageSeal open(Path directory) {
    Path file = directory.resolve("page.key");
    try {
      if (Files.notExists(file)) {
        draw(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException(
            file + ": " + key.length + " bytes (expected: " + KEY_BYTES + ")");
      }
      return new PageSeal(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(Path file) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "page",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, random(KEY_BYTES));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  String seal(String position, String boundTo) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, nonce, position.getBytes(StandardCharsets.UTF_8), boundTo)
            .orElseThrow(() -> new IllegalStateException("page: not sealed"));
    byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /** The position; empty if the value was not sealed here for the same thing. */
  Optional<String> open(String value, String boundTo) {
    try {
      byte[] both = Base64.getUrlDecoder().decode(value);
      if (both.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      byte[] sealed = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
      return crypt(Cipher.DECRYPT_MODE, nonce, sealed, boundTo)
          .map(position -> new String(position, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] input, String boundTo) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(input));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }
}
