package net.sociallook.registry.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.token.key.ClusterKeys;
import net.sociallook.registry.token.key.FileSigningKeys;
import net.sociallook.registry.token.key.KeySeal;
import net.sociallook.registry.token.key.PostgresSigningKeys;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.token.routing.RoutingSeal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the making of tokens together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class TokenConfiguration {

  @Bean
  KeySeal keySeal(RegistryProperties registry) {
    try {
      String key = Files.readString(registry.pseudonymKey()).strip();
      return new KeySeal(Base64.getDecoder().decode(key));
    } catch (IOException | IllegalArgumentException wrong) {
      throw new RefusesToStart(
          "sociallook.registry.pseudonym-key: "
              + registry.pseudonymKey()
              + " (expected: 32 random bytes in base64).",
          wrong);
    }
  }

  @Bean
  SigningKeys signingKeys(
      TokenProperties tokens,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      KeySeal seal) {
    if (tokens.signingKeys().isEmpty()) {
      return PostgresSigningKeys.prepare(jdbc, new TransactionTemplate(transactions), seal);
    }
    try {
      return FileSigningKeys.read(tokens.signingKeys());
    } catch (IllegalArgumentException wrong) {
      throw new RefusesToStart(
          "sociallook.registry.token.signing-keys: " + wrong.getMessage(), wrong);
    }
  }

  @Bean
  ClusterKeys clusterKeys(TokenProperties tokens) {
    try {
      return ClusterKeys.read(Path.of(tokens.clusterKeys()));
    } catch (IllegalArgumentException wrong) {
      throw new RefusesToStart(
          "sociallook.registry.token.cluster-keys: " + wrong.getMessage(), wrong);
    }
  }

  @Bean
  ConsentSources consentSources(
      Pseudonyms pseudonyms, GrantReader grants, BlockReader blocks, WithdrawalSequence sequence) {
    return new ConsentSources(pseudonyms, grants, blocks, sequence);
  }

  @Bean
  static ConsentSnapshot.Reader snapshots(
      PlatformTransactionManager transactions, ConsentSources sources) {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return new ConsentSnapshot.Reader(snapshot, sources);
  }

  @Bean
  TokenWriter tokenWriter(SigningKeys keys, ClusterKeys clusterKeys, TokenProperties tokens) {
    return new TokenWriter(
        new TokenComposer(new RoutingSeal(clusterKeys)), new TokenSigner(keys), tokens);
  }

  @Bean
  TokenIssuer tokenIssuer(
      ConsentSnapshot.Reader snapshots, TokenWriter writer, Ledger ledger, Clock clock) {
    return new TokenIssuer(snapshots, writer, ledger, clock);
  }

  @Bean
  TokenVerifier tokenVerifier(SigningKeys keys, TokenProperties tokens) {
    return new TokenVerifier(keys, tokens.issuer());
  }

  @Bean
  TokenStanding tokenStanding(JdbcClient jdbc, Clock clock) {
    return new TokenStanding(jdbc, new PostgresTokenRevocations(jdbc), clock);
  }

  @Bean
  TokenRevoker tokenRevoker(
      PlatformTransactionManager transactions,
      WithdrawalSequence sequence,
      WithdrawalEffect effect,
      TokenStanding standing) {
    return new TokenRevoker(new TransactionTemplate(transactions), sequence, effect, standing);
  }
}
