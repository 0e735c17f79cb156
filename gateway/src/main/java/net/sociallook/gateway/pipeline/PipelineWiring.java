package net.sociallook.gateway.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import net.sociallook.gateway.caller.Callers;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.caller.Strangers;
import net.sociallook.gateway.cursor.CursorSeal;
import net.sociallook.gateway.lease.Leases;
import net.sociallook.gateway.lease.RegistryConnection;
import net.sociallook.gateway.ledger.Ledger;
import net.sociallook.gateway.metadata.PublicDocuments;
import net.sociallook.gateway.settings.GatewaySettings;
import net.sociallook.gateway.token.ClusterKeys;
import net.sociallook.gateway.token.Expectations;
import net.sociallook.gateway.token.TokenVerifier;
import net.sociallook.gateway.upstream.HolderClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts the stages together, each with what it needs and nothing more. */
@Configuration(proxyBeanMethods = false)
class PipelineWiring {
  private static final Duration JWKS_WITHIN = Duration.ofSeconds(2);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Institutions institutions(GatewaySettings settings) {
    return Institutions.load(settings.files().institutions());
  }

  @Bean
  Door door(GatewaySettings settings, Institutions institutions, MeterRegistry meters) {
    return new Door(
        new Callers(institutions),
        new Strangers(settings.limits().strangersPerMinute(), System::nanoTime),
        new PublicDocuments(settings.audience(), settings.issuer()),
        meters);
  }

  @Bean
  Tokens tokens(GatewaySettings settings, Institutions institutions, IssuerKeys keys, Clock clock) {
    Expectations expected =
        new Expectations(
            settings.issuer(),
            settings.audience(),
            settings.page().rpId(),
            settings.page().origin());
    ClusterKeys cluster = ClusterKeys.load(settings.files().clusterKeys());
    return new Tokens(new TokenVerifier(keys, expected, cluster, institutions), keys, clock);
  }

  @Bean
  Register register(GatewaySettings settings, Ledger ledger, Clock clock) {
    return new Register(ledger, new Records(settings.node(), clock));
  }

  @Bean
  Works works(GatewaySettings settings, HolderClient holders, Leases leases, Clock clock) {
    Pages pages = new Pages(settings.audience(), CursorSeal.load(settings.files().cursorKey()));
    Courier courier = new Courier(holders, leases, clock);
    return new Works(pages, courier, settings.limits().callsPerSearch());
  }

  @Bean
  Passage passage(Institutions institutions, Leases leases, Register register, Access access) {
    return new Passage(institutions, leases, register, access);
  }

  @Bean
  Access access(Leases leases, Register register, Works works, Clock clock) {
    return new Access(leases, register, works, clock);
  }

  @Bean
  FhirPipeline pipeline(
      Door door, Tokens tokens, GatewaySettings settings, FhirPipeline.Handover handover) {
    return new FhirPipeline(door, tokens, new Bodies(settings.limits().bodyBytes()), handover);
  }

  @Bean
  FhirPipeline.Handover handover(Register register, Passage passage) {
    return new FhirPipeline.Handover(register, passage);
  }

  @Bean
  IssuerKeys issuerKeys(RegistryConnection registry) {
    return new IssuerKeys(
        () ->
            Mono.fromFuture(() -> registry.get("/jwks", JWKS_WITHIN))
                .filter(reply -> reply.status() == 200)
                .map(RegistryConnection.Reply::body),
        System::nanoTime);
  }
}
