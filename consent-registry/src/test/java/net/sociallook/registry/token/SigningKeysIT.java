package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.token.key.KeySeal;
import net.sociallook.registry.token.key.PostgresSigningKeys;
import net.sociallook.registry.token.key.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysIT {
  private static final String PREFIX = "sociallook.registry.token.";
  @TempDir Path folder;

  @Test
  void keysFromFilesSignInTheirOrder() throws Exception {
    ECKey first = TokenSample.newKey("one");
    Path one = Files.writeString(folder.resolve("one.jwk"), first.toJSONString());
    Path two =
        Files.writeString(folder.resolve("two.jwk"), TokenSample.newKey("two").toJSONString());
    Map<String, String> properties = Map.of(PREFIX + "signing-keys", one + "," + two);
    try (RunningRegistry registry = RunningRegistry.start(properties)) {
      SigningKeys keys = registry.bean(SigningKeys.class);
      assertThat(keys.current()).isEqualTo(first);
      assertThat(keys.published().getKeys()).extracting("keyID").containsExactly("one", "two");
    }
  }

  @Test
  void keyFileThatCannotSignStopsTheStart() {
    String missing = folder.resolve("missing.jwk").toString();
    assertThatThrownBy(() -> RunningRegistry.start(Map.of(PREFIX + "signing-keys", missing)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(missing);
  }

  @Test
  void clusterKeysThatAreNoneStopTheStart() {
    assertThatThrownBy(() -> RunningRegistry.start(Map.of(PREFIX + "cluster-keys", "")))
        .rootCause()
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("cluster-keys is not set");
  }

  @Test
  void registriesThatStartTogetherMakeOnePair() {
    RunningRegistry registry = RunningRegistry.shared();
    JdbcClient jdbc = registry.bean(JdbcClient.class);
    jdbc.sql("delete from signing_key").update();

    List<SigningKeys> nodes =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> prepare(registry)))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(nodes)
        .extracting(node -> node.current().getKeyID())
        .containsOnly(nodes.getFirst().current().getKeyID());
    assertThat(nodes.getFirst().published().size()).isEqualTo(2);
  }

  @Test
  void keysOfAnotherMasterKeyStopTheStart() {
    RunningRegistry registry = RunningRegistry.shared();
    KeySeal foreign = new KeySeal(new byte[32]);
    TransactionTemplate transactions = transactions(registry);
    JdbcClient jdbc = registry.bean(JdbcClient.class);
    assertThatThrownBy(() -> PostgresSigningKeys.prepare(jdbc, transactions, foreign))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sealed with this registry's key");
  }

  private static SigningKeys prepare(RunningRegistry registry) {
    return PostgresSigningKeys.prepare(
        registry.bean(JdbcClient.class), transactions(registry), registry.bean(KeySeal.class));
  }

  private static TransactionTemplate transactions(RunningRegistry registry) {
    return new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
  }
}
