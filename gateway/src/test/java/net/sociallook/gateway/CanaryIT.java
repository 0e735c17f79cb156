package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing of a person, a token or a search gets into logs or metrics. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";

  private static World world;

  @BeforeAll
  static void start() {
    world = World.start(Map.of("sociallook.gateway.limits.answer-timeout", "1s"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void logsAndMetricsHoldNothingOfAPerson(CapturedOutput output) {
    String token = world.token();
    world.get(DOCUMENTS + "?type=kanarienvogel", token);
    world.get(DOCUMENTS + "?patient=" + TokenForge.AT_RECIPIENT + "&_has:kanarienvogel=1", token);
    world.get(DOCUMENTS + "/kanarienvogel", token);
    world.get("/kanarienvogel", token);
    world.get(DOCUMENTS, token + "kanarienvogel");
    world.adapter.behave(
        call -> Replies.of(200, "application/fhir+json", "kanarienvogel".getBytes()));
    world.get(DOCUMENTS + "/" + Files.VISIBLE, token);
    world.registry.ledgerDown.set(true);
    world.get(DOCUMENTS + "?type=kanarienvogel", token);

    String said = output.getAll() + world.managed("/actuator/prometheus").body();

    // the capture works: this run left a warning and a counter
    assertThat(output.getAll()).containsPattern("WARN .*request [0-9a-f-]{36}: ");
    assertThat(said).contains("sociallook_gateway");
    for (String canary :
        List.of(
            "kanarienvogel",
            "Weber",
            "cw-001",
            TokenForge.AT_RECIPIENT,
            TokenForge.AT_HOLDER,
            Files.VISIBLE,
            token.substring(0, 40))) {
      assertThat(said).doesNotContain(canary);
    }
  }
}
