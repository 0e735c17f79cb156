package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What is not known to be in force is never called so. */
class CheckingIT {

  static class NobodyKnows {
    @Bean
    @Primary
    WithdrawalEffect nobodyKnows() {
      return sequence -> new EffectResult.Unknown();
    }
  }

  @Test
  void effectThatIsNotKnownIsAnsweredAsChecking() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of(), NobodyKnows.class)) {
      Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
      Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
      String path = "/api/grants/" + given.text("id");

      List<Answer> answers =
          List.of(
              phone.post(path + "/narrowing", Map.of("until", tomorrow())),
              phone.post("/api/blocks", Map.of("kind", "everything")),
              phone.post(path + "/withdrawal"),
              phone.post(path + "/withdrawal"));

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.is(202).text("state")).isEqualTo("checking"));
    }
  }

  private static String tomorrow() {
    return java.time.Instant.now().plusSeconds(86_400).toString();
  }
}
