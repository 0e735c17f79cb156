package net.sociallook.pilot.setup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.StateDirectory;

/** JWK sets of the pilot; each is drawn once and kept with the state. */
public final class KeyFiles {
  private static final int SECRET = 32;

  private final Path folder;

  public KeyFiles(StateDirectory state) {
    this.folder = state.keys();
  }

  /** The key with which an institution endorses its clients' keys. */
  public ECKey endorsement(String institution) {
    JWKSet set =
        orMake("endorsement-" + institution, () -> ec(institution + "-1", KeyUse.SIGNATURE));
    return set.getKeys().getFirst().toECKey();
  }

  Path endorsementFile(String institution) {
    return file("endorsement-" + institution);
  }

  /** The private keys of all gateways that the routing claim is encrypted to. */
  Path cluster() {
    orMake("cluster", () -> ec("cluster-1", KeyUse.ENCRYPTION));
    return file("cluster");
  }

  /** The public half of {@link #cluster}. */
  Path clusterPublic() {
    JWKSet set = orMake("cluster", () -> ec("cluster-1", KeyUse.ENCRYPTION));
    JsonFile.writeText(file("cluster-public"), set.toString(true));
    return file("cluster-public");
  }

  /** The private key by which push services know the registry, as a JWK of its own. */
  Path push() {
    JWKSet set = orMake("push", () -> ec("push-1", KeyUse.SIGNATURE));
    JsonFile.writeText(file("push-key"), set.getKeys().getFirst().toJSONString());
    return file("push-key");
  }

  /** The public half of {@link #endorsement}, as a JWK set. */
  Map<String, Object> endorsementPublic(String institution) {
    return new JWKSet(endorsement(institution).toPublicJWK()).toJSONObject();
  }

  /** 32 random bytes in base64. */
  String secret(String name) {
    try {
      return Files.readString(secretFile(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file with nothing but a {@link #secret}. */
  Path secretFile(String name) {
    Path file = folder.resolve(name + ".secret");
    if (!Files.exists(file)) {
      byte[] bytes = new byte[SECRET];
      new SecureRandom().nextBytes(bytes);
      JsonFile.writeText(file, Base64.getEncoder().encodeToString(bytes));
    }
    return file;
  }

  /** The key that seals the gateways' page links. */
  Path cursor() {
    orMake("cursor", KeyFiles::octets);
    return file("cursor");
  }

  private JWKSet orMake(String name, Supplier<JWK> made) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        JsonFile.writeText(file, new JWKSet(made.get()).toString(false));
      }
      return JWKSet.load(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("keys in " + file + ": unreadable", e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private static ECKey ec(String id, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("key: not drawn", e);
    }
  }

  private static OctetSequenceKey octets() {
    try {
      return new OctetSequenceKeyGenerator(256).keyID("cursor-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("key: not drawn", e);
    }
  }
}
