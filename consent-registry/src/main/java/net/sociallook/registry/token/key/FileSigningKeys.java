package net.sociallook.registry.token.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Keys from files, one private JWK each: the first signs, all are published. To rotate, the
 * operator adds a file behind the first, restarts, and moves it to the front no sooner than the
 * gateways have read it.
 */
public final class FileSigningKeys implements SigningKeys {
  private final List<ECKey> keys;

  private FileSigningKeys(List<ECKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * @param files at least one
   * @throws IllegalArgumentException naming the file, if one holds no private EC P-256 key with a
   *     {@code kid}
   */
  public static FileSigningKeys read(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("signing keys: none (expected: at least one file)");
    }
    return new FileSigningKeys(files.stream().map(FileSigningKeys::readOne).toList());
  }

  private static ECKey readOne(Path file) {
    try {
      ECKey key = ECKey.parse(Files.readString(file));
      if (key.isPrivate() && Curve.P_256.equals(key.getCurve()) && key.getKeyID() != null) {
        return key;
      }
    } catch (IOException | ParseException unreadable) {
      // answered below, without the text of the key
    }
    throw new IllegalArgumentException(
        "signing key: " + file + " (expected: a readable private JWK, EC P-256, with kid)");
  }

  @Override
  public ECKey current() {
    return keys.getFirst();
  }

  @Override
  public JWKSet published() {
    return new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList());
  }

  @Override
  public List<KeyStanding> standings() {
    return keys.stream()
        .map(key -> new KeyStanding(key.getKeyID(), stateOf(key), Optional.empty()))
        .toList();
  }

  private KeyStanding.State stateOf(ECKey key) {
    return key.equals(current()) ? KeyStanding.State.CURRENT : KeyStanding.State.NEXT;
  }

  @Override
  public Rotation rotate(String replacing) {
    return new Rotation.KeysFromFiles();
  }
}
