package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;

/** What could not be found out, or not be recorded, is refused. */
class TokenFailsClosedIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class LedgerAway {
    @Bean
    @Primary
    Ledger fullLedger() {
      return new Ledger() {
        @Override
        public void append(LedgerEntry entry) {
          throw new DataAccessResourceFailureException("disk full of secrets");
        }

        @Override
        public void appendWithin(LedgerEntry entry) {
          append(entry);
        }
      };
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class BlocksAway {
    @Bean
    @Primary
    BlockReader brokenBlocks() {
      return client -> {
        throw new DataAccessResourceFailureException("connection to secret lost");
      };
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class GatewaysSilent {
    @Bean
    @Primary
    WithdrawalEffect unknownEffect() {
      return sequence -> new EffectResult.Unknown();
    }
  }

  @Test
  void refusalThatCannotBeRecordedIsNotAnswered() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of(), LedgerAway.class)) {
      OAuthClient jobcenter = jobcenter(registry);
      assertUnavailable(
          jobcenter.post("/oauth2/token", Asked.about(Consented.newPseudonym()).form()));
    }
  }

  @Test
  void withoutTheBlocksThereIsNoToken() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of(), BlocksAway.class)) {
      Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
      assertUnavailable(jobcenter(registry).post("/oauth2/token", client.asked().form()));
    }
  }

  @Test
  void revocationThatMayNotHoldYetIsNotCalledDone() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of(), GatewaysSilent.class)) {
      OAuthClient jobcenter = jobcenter(registry);
      Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
      String token =
          jobcenter
              .post("/oauth2/token", client.asked().form())
              .json()
              .get("access_token")
              .asString();

      OAuthClient.Answer answer = jobcenter.post("/oauth2/revoke", Map.of("token", token));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(jobcenter.post("/oauth2/introspect", Map.of("token", token)).response().body())
          .isEqualTo("{\"active\":false}");
    }
  }

  private static void assertUnavailable(OAuthClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.response().body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  private static OAuthClient jobcenter(RunningRegistry registry) {
    return OAuthClient.as(registry, "institution:" + JOBCENTER);
  }
}
