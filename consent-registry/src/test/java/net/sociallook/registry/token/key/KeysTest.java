package net.sociallook.registry.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path folder;

  @Test
  void firstFileSignsAndAllArePublishedWithoutTheirPrivateParts() throws Exception {
    ECKey first = key(Curve.P_256, "one");
    ECKey second = key(Curve.P_256, "two");

    FileSigningKeys keys = FileSigningKeys.read(List.of(write("1", first), write("2", second)));

    assertThat(keys.current()).isEqualTo(first);
    assertThat(keys.published().getKeys())
        .containsExactly(first.toPublicJWK(), second.toPublicJWK());
  }

  @Test
  void signingKeyThatCannotSignIsRefusedByItsFileAlone() throws Exception {
    Path unusable = write("public", key(Curve.P_256, "one").toPublicJWK());
    for (Path file :
        List.of(
            unusable,
            write("curve", key(Curve.P_384, "one")),
            write("nameless", new ECKeyGenerator(Curve.P_256).generate()),
            folder.resolve("missing"))) {
      assertThatThrownBy(() -> FileSigningKeys.read(List.of(file)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString())
          .hasMessageNotContaining("kty");
    }
    assertThatThrownBy(() -> FileSigningKeys.read(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void firstClusterKeyIsTheNewest() throws Exception {
    ECKey newest = key(Curve.P_256, "new").toPublicJWK();
    ECKey older = key(Curve.P_256, "old").toPublicJWK();
    Path file = writeSet(new JWKSet(List.<JWK>of(newest, older)), true);
    assertThat(ClusterKeys.read(file).newest()).isEqualTo(newest);
  }

  @Test
  void privateClusterKeyDoesNotBelongHere() throws Exception {
    Path file = writeSet(new JWKSet(key(Curve.P_256, "new")), false);
    assertThatThrownBy(() -> ClusterKeys.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void unusableClusterKeysAreRefused() throws Exception {
    for (JWKSet set :
        List.of(
            new JWKSet(),
            new JWKSet(key(Curve.P_384, "x").toPublicJWK()),
            new JWKSet(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()),
            new JWKSet(new OctetSequenceKey.Builder(new byte[32]).keyID("x").build()))) {
      Path file = writeSet(set, false);
      assertThatThrownBy(() -> ClusterKeys.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ClusterKeys.read(folder.resolve("missing")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sealedKeyOpensOnlyUnderItsIdWithItsMasterKeyAndUnchanged() {
    byte[] plain = "secret".getBytes(StandardCharsets.UTF_8);
    KeySeal seal = new KeySeal(new byte[32]);
    byte[] sealed = seal.seal("one", plain);
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;
    byte[] otherMaster = new byte[32];
    otherMaster[0] = 1;

    assertThat(seal.open("one", sealed)).isEqualTo(plain);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(seal.seal("one", plain)).isNotEqualTo(sealed);
    for (Runnable wrong :
        List.<Runnable>of(
            () -> seal.open("two", sealed),
            () -> seal.open("one", changed),
            () -> seal.open("one", new byte[5]),
            () -> new KeySeal(otherMaster).open("one", sealed))) {
      assertThatThrownBy(wrong::run).isInstanceOf(IllegalStateException.class);
    }
  }

  private static ECKey key(Curve curve, String id) throws Exception {
    return new ECKeyGenerator(curve).keyID(id).generate();
  }

  private Path write(String name, ECKey key) throws Exception {
    return Files.writeString(folder.resolve(name), key.toJSONString());
  }

  private Path writeSet(JWKSet set, boolean publicOnly) throws Exception {
    return Files.writeString(folder.resolve("set"), set.toString(publicOnly));
  }
}
