package net.sociallook.registry.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sociallook.registry.RefusesToStart;

/**
 * The keys by which push services know the registry. A browser subscribes for one of them, and only
 * with this one it can be told; so an old key stays until its devices have come by.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
public final class VapidKeys {
  private static final int COORDINATE = 32;

  private final List<ECKey> keys;

  private VapidKeys(List<ECKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * @throws RefusesToStart naming the file, if one holds no private EC P-256 key
   */
  static VapidKeys read(List<Path> files) {
    return new VapidKeys(files.stream().map(VapidKeys::readOne).toList());
  }

  private static ECKey readOne(Path file) {
    try {
      ECKey key = ECKey.parse(Files.readString(file));
      if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
        key.toECPrivateKey();
        return key;
      }
    } catch (IOException | ParseException | JOSEException unreadable) {
      // answered below, without the text of the key
    }
    throw new RefusesToStart(
        "sociallook.registry.push.keys: "
            + file
            + " (expected: a readable private JWK, EC P-256).");
  }

  /** The public key that browsers are told of; empty where nothing is offered. */
  public Optional<byte[]> current() {
    return keys.stream().findFirst().map(VapidKeys::point);
  }

  /** The private key to a public one. */
  public Optional<ECKey> find(byte[] point) {
    return keys.stream().filter(key -> Arrays.equals(point(key), point)).findFirst();
  }

  /** The public key as an uncompressed point, 65 bytes. */
  public static byte[] point(ECKey key) {
    ByteArrayOutputStream point = new ByteArrayOutputStream();
    point.write(4);
    point.writeBytes(padded(key.getX().decode()));
    point.writeBytes(padded(key.getY().decode()));
    return point.toByteArray();
  }

  private static byte[] padded(byte[] coordinate) {
    byte[] padded = new byte[COORDINATE];
    System.arraycopy(coordinate, 0, padded, COORDINATE - coordinate.length, coordinate.length);
    return padded;
  }
}
