package net.sociallook.registry.ownaccess;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.grant.KeyChains;
import net.sociallook.registry.grant.RepresentativeKeys;
import net.sociallook.registry.token.ConsentSources;
import net.sociallook.registry.token.TokenProperties;
import net.sociallook.registry.token.TokenSigner;
import net.sociallook.registry.token.key.ClusterKeys;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.token.routing.RoutingSeal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts own access together, where gateways are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnAccessProperties.class)
class OwnAccessConfiguration {

  /** What own-access tokens are made with. */
  record Making(RoutingSeal seal, TokenSigner signer, TokenProperties properties) {}

  @Bean
  Making ownAccessMaking(SigningKeys keys, ClusterKeys clusterKeys, TokenProperties properties) {
    return new Making(new RoutingSeal(clusterKeys), new TokenSigner(keys), properties);
  }

  @Bean
  SignIns.Stored signInsStored(
      JdbcClient database, KeyChains chains, RepresentativeKeys representatives) {
    return new SignIns.Stored(database, chains, representatives);
  }

  @Bean
  SignIns signIns(
      PlatformTransactionManager transactions,
      SignIns.Stored stored,
      ConsentSources sources,
      Clock clock) {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return new SignIns(snapshot, stored, sources, clock);
  }

  @Bean
  OwnAccess ownAccess(
      OwnAccessProperties own,
      RegistryProperties registry,
      Making making,
      SignIns signIns,
      Holders holders,
      Clock clock) {
    if (own.gateways().isEmpty()) {
      return new OwnAccess(Optional.empty());
    }
    GatewayIdentity identity =
        GatewayIdentity.load(
            Path.of(own.certificate()), Path.of(own.key()), registry.tls().trust());
    GatewayClient gateway = new GatewayClient(identity, new Nodes(own.gateways(), clock));
    Tickets tickets =
        new Tickets(
            signIns,
            new OwnAccessTokens(making.seal(), making.signer(), making.properties(), identity),
            clock);
    return new OwnAccess(
        Optional.of(
            new OwnAccess.Parts(
                new OwnData(holders, tickets, gateway),
                new OwnItems(holders.links(), tickets, gateway),
                new Previews(tickets, gateway))));
  }
}
