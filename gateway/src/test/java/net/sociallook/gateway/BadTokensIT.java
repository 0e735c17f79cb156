package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.BadTokens;
import net.sociallook.gateway.world.Shapes;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import net.sociallook.testbed.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** No deviation of a token gets further than its refusal, and none is told what was wrong. */
class BadTokensIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
  }

  static Stream<BadTokens.Case> badTokens() {
    return BadTokens.all(World.shared().forge, World.shared().thumbprint());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void everyBadTokenIsRefusedAlikeAndRecordedOnce(BadTokens.Case bad) {
    HttpResponse<String> response = world.send(bad.authorize().apply(world.request(DOCUMENTS)));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.TOKEN_REFUSED)));
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(world.adapter.calls).isEmpty();
    JsonNode denial = Shapes.onlyDenial(world);
    assertThat(denial.get("recipient").asString()).isEqualTo(TokenForge.RECIPIENT);
    assertThat(denial.get("reason").asString()).isEqualTo(bad.fault());
  }

  @Test
  void theTokenThatAllDeviateFromIsAccepted() {
    assertThat(world.get(DOCUMENTS, world.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void acceptedTokenIsStillRefusedToAnotherInstitution() {
    Identity other = world.ca.issue("institution:horizont-ev");
    String token = world.token();
    world.get(DOCUMENTS, token);
    world.registry.intents.clear();

    HttpResponse<String> response =
        world.send(
            world.request(DOCUMENTS).header("Authorization", "Bearer " + token),
            other.sslContext(world.ca));

    assertThat(response.statusCode()).isEqualTo(401);
    JsonNode denial = Shapes.onlyDenial(world);
    assertThat(denial.get("recipient").asString()).isEqualTo("horizont-ev");
    assertThat(denial.get("reason").asString()).isEqualTo("token-other-caller");
  }

  @Test
  void acceptedTokenIsStillRefusedToAnotherCertificateOfTheSameInstitution() {
    Identity renewed = world.ca.issue("institution:" + TokenForge.RECIPIENT);
    String token = world.token();
    world.get(DOCUMENTS, token);

    HttpResponse<String> response =
        world.send(
            world.request(DOCUMENTS).header("Authorization", "Bearer " + token),
            renewed.sslContext(world.ca));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void unknownKeyIdsDoNotMakeTheGatewayFetchEachTime() {
    int before = world.registry.jwksFetches.get();
    for (int i = 0; i < 20; i++) {
      String kid = "nobody-" + i;
      world.get(
          DOCUMENTS, world.forge.token(world.thumbprint(), draft -> draft.header.put("kid", kid)));
    }

    assertThat(world.registry.jwksFetches.get() - before).isLessThanOrEqualTo(2);
  }
}
