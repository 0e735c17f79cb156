package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.world.Kinds;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every other kind of data, from the holder to the Jobcenter. */
class KindsIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER + "/";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behave(Kinds::answer);
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  static List<String> types() {
    return Kinds.types();
  }

  static List<String> searched() {
    return types().stream().filter(type -> covering(type, Interaction.SEARCH).count() > 0).toList();
  }

  /** Read with nothing but a right token, and with the name that the recipient knows. */
  @ParameterizedTest
  @MethodSource("types")
  void whatIsGrantedIsReadAsFarAsTheListLetsIt(String type) {
    HttpResponse<String> response = world.get(BASE + type + "/" + visible(type), token(type));

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode resource = JsonMapper.shared().readTree(response.body());
    assertThat(resource.get("resourceType").asString()).isEqualTo(type);
    assertThat(resource.get("id").asString()).isEqualTo(visible(type));
    assertThat(response.body()).doesNotContain("canary", TokenForge.AT_HOLDER);
    assertThat(response.body().contains(TokenForge.AT_RECIPIENT))
        .isEqualTo(ResourceType.ofCode(type).hasClient());
    assertThat(world.adapter.calls.getFirst().target())
        .isEqualTo(
            "/fhir/" + type + "/" + (isPatient(type) ? TokenForge.AT_HOLDER : Kinds.VISIBLE));
  }

  @ParameterizedTest
  @MethodSource("types")
  void hiddenAndAbsentLookTheSame(String type) {
    String token = token(type);
    Stream<String> hidden =
        isPatient(type)
            ? Stream.of("00000000000000000000000000000000", TokenForge.AT_HOLDER, "gibt-es-nicht")
            : Stream.concat(
                ResourceType.ofCode(type) == ResourceType.SCHEDULE
                    ? Stream.of()
                    : Stream.of(Kinds.FOREIGN),
                Stream.of(Kinds.RESTRICTED, "gibt-es-nicht"));

    List<HttpResponse<String>> answers =
        hidden.map(id -> world.get(BASE + type + "/" + id, token)).toList();

    assertThat(answers).allMatch(answer -> answer.statusCode() == 404);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(World::headersWithoutRequestId).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("searched")
  void whatIsGrantedIsFoundAndNoTraceOfTheRest(String type) {
    boolean client = ResourceType.ofCode(type).hasClient();

    HttpResponse<String> response = world.get(BASE + type + "?_count=10", token(type));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(response.body()).findValuesAsString("fullUrl"))
        .contains(TokenForge.AUDIENCE + "/" + TokenForge.HOLDER + "/" + type + "/" + Kinds.VISIBLE)
        .noneMatch(url -> url.endsWith(Kinds.RESTRICTED))
        .noneMatch(url -> url.endsWith(Kinds.FOREIGN) && !type.equals("Schedule"));
    assertThat(response.body()).doesNotContain("canary", TokenForge.AT_HOLDER, "total");
    assertThat(world.adapter.calls.getFirst().target())
        .isEqualTo(
            "/fhir/"
                + type
                + (client ? "?patient=" + TokenForge.AT_HOLDER + "&_count=10" : "?_count=10"));
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    assertThat(world.registry.outcomes.getFirst().at("/released/0/type").asString())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsNotGrantedIsNotAskedFor(String type) {
    HttpResponse<String> response = world.get(BASE + type + "/" + visible(type), world.token());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(world.adapter.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"noshow", "booked,noshow"})
  void aBenefitAuthorityIsRefusedTheSearchForMissedAppointments(String status) {
    HttpResponse<String> response =
        world.get(BASE + "Appointment?status=" + status, token("Appointment"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(world.adapter.calls).isEmpty();
    assertThat(world.registry.intents.getFirst().get("reason").asString())
        .isEqualTo("never-sanction");
  }

  @Test
  void achievementCannotBeSearchedAtAll() {
    HttpResponse<String> response =
        world.get(BASE + "Goal?achievement-status=not-achieved", token("Goal"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(world.adapter.calls).isEmpty();
  }

  private String token(String type) {
    Permission permission = covering(type, Interaction.READ).findFirst().orElseThrow();
    return world.forge.token(
        world.thumbprint(),
        draft -> {
          draft.detail(0).put("actions", List.of(permission.code()));
          draft.signedProvisions().getFirst().put("permission", permission.code());
        });
  }

  private static Stream<Permission> covering(String type, Interaction interaction) {
    Operation operation = new Operation(ResourceType.ofCode(type), interaction);
    return Stream.of(Permission.values()).filter(permission -> permission.covers(operation));
  }

  private static String visible(String type) {
    return isPatient(type) ? TokenForge.AT_RECIPIENT : Kinds.VISIBLE;
  }

  private static boolean isPatient(String type) {
    return type.equals("Patient");
  }
}
