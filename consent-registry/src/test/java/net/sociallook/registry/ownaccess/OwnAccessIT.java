package net.sociallook.registry.ownaccess;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.registry.token.TokenReader;
import net.sociallook.registry.token.key.SigningKeys;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page reads through the gateway, for a client who is signed in. */
class OwnAccessIT {
  private static final String GOAL =
      "{\"resourceType\":\"Goal\",\"id\":\"z-1\",\"description\":{\"text\":\"Ausbildung\"},"
          + "\"startDate\":\"2026-03-01\"}";

  private final OwnWorld world = OwnWorld.shared();
  private final GatewayStandIn gateway = world.gateway();
  private final RunningRegistry registry = world.registry();

  @Test
  void everyInstitutionIsAskedAndASilentOneKeepsNobodyElseBack() {
    Phone phone = world.signedIn(JOBCENTER, YOUTH_OFFICE);
    gateway.behave(asked ->
        asked.target().contains(JOBCENTER)
            ? GatewayStandIn.json(504, "{}")
            : GatewayStandIn.json(200, bundle("", GOAL)));

    JsonNode holders = phone.get("/api/own/goals").is(200).json().get("holders");

    assertThat(holders.get(0).get("institution").asString()).isEqualTo(JOBCENTER);
    assertThat(holders.get(0).get("state").asString()).isEqualTo("silent");
    assertThat(holders.get(1).get("state").asString()).isEqualTo("answered");
    JsonNode item = holders.get(1).at("/items/0");
    assertThat(item.get("title").asString()).isEqualTo("Ausbildung");
    assertThat(item.get("date").asString()).isEqualTo("2026-03-01");
    assertThat(item.get("resource").toString()).isEqualTo(GOAL);
    assertThat(gateway.asked)
        .extracting(GatewayStandIn.Asked::caller)
        .containsOnly("CN=client-page");
  }

  @Test
  void tokenProvesThatTheClientHerselfIsSignedIn() {
    Phone phone = new Phone(registry);
    String pseudonym = phone.linkTo(Office.of(registry, YOUTH_OFFICE));
    phone.signIn().is(201);
    gateway.behave(asked -> GatewayStandIn.json(200, GOAL));

    phone.get("/api/own/contact").is(200);

    GatewayStandIn.Asked asked = gateway.asked.getFirst();
    assertThat(asked.target()).isEqualTo("/fhir/" + YOUTH_OFFICE + "/Patient/" + pseudonym);
    TokenReader.Read read = read(asked.token());
    assertThat(read.header().get("typ").asString()).isEqualTo("sociallook-own-access+jwt");
    JsonNode claims = read.claims();
    assertThat(claims.propertyNames())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "client_id",
            "aud",
            "iat",
            "nbf",
            "exp",
            "jti",
            "cnf",
            "purpose",
            "session",
            "holder",
            "routing");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isBetween(1L, 60L);
    assertThat(claims.get("purpose").asString()).isEqualTo("PATRQT");
    assertThat(read.routing().get("holders").toString())
        .isEqualTo("{\"" + YOUTH_OFFICE + "\":\"" + pseudonym + "\"}");
    JsonNode document = decoded(read.routing().at("/evidence/document").asString());
    assertThat(document.get("session")).isEqualTo(claims.at("/session/id"));
    JsonNode endorsement =
        decoded(read.routing().at("/evidence/endorsement").asString().split("\\.")[1]);
    assertThat(endorsement.get("iss").asString()).isEqualTo(YOUTH_OFFICE);
    assertThat(endorsement.get("patient").asString()).isEqualTo(pseudonym);
    assertThat(asked.token().length()).isLessThan(6 * 1024);
  }

  @Test
  void pagesAreFollowedByTheirCursorAlone() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    gateway.behave(asked ->
        asked.target().contains("_cursor=abc")
            ? GatewayStandIn.json(200, bundle("", GOAL.replace("z-1", "z-2")))
            : GatewayStandIn.json(
                200, bundle("https://elsewhere.test/fhir/x/Goal?_cursor=abc", GOAL)));

    JsonNode holder = phone.get("/api/own/goals").is(200).json().at("/holders/0");

    assertThat(holder.get("items").findValuesAsString("id")).contains("z-1", "z-2");
    assertThat(holder.get("more").asBoolean()).isFalse();
    assertThat(gateway.asked.getLast().target())
        .isEqualTo("/fhir/" + YOUTH_OFFICE + "/Goal?_cursor=abc");
  }

  @Test
  void endlessPagesEnd() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    gateway.behave(
        asked -> GatewayStandIn.json(200, bundle("https://g.test/fhir/x/Goal?_cursor=abc", GOAL)));

    JsonNode holder = phone.get("/api/own/goals").is(200).json().at("/holders/0");

    assertThat(holder.get("more").asBoolean()).isTrue();
    assertThat(gateway.asked).hasSize(5);
  }

  @Test
  void answerThatIsTooLargeIsNoAnswer() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    gateway.behave(
        asked -> GatewayStandIn.bytes(200, "application/fhir+json", new byte[9 * 1024 * 1024]));

    assertThat(phone.get("/api/own/goals").is(200).json().at("/holders/0/state").asString())
        .isEqualTo("silent");
  }

  @Test
  void sessionThatNobodySignedForOpensNothing() {
    gateway.behave(asked -> GatewayStandIn.json(200, bundle("", GOAL)));

    Phone.linkedAt(registry, YOUTH_OFFICE).get("/api/own/goals").isProblem(403, "sign-in-needed");
    new Phone(registry).get("/api/own/goals").isProblem(401, "no-session");

    assertThat(gateway.asked).isEmpty();
  }

  @Test
  void nobodyVouchesForAnotherClientsLink() {
    world.signedIn(JOBCENTER);
    Phone phone = world.signedIn(YOUTH_OFFICE);
    gateway.behave(asked -> GatewayStandIn.json(200, bundle("", GOAL)));

    phone.get("/api/own/documents/" + JOBCENTER + "/files/akte-1-1").isProblem(404, "not-found");

    assertThat(gateway.asked).isEmpty();
  }

  @Test
  void fileIsPassedThroughToBeSavedAndNotToBeShown() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    byte[] file = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    gateway.behave(asked -> GatewayStandIn.bytes(200, "text/html", file));

    HttpResponse<String> response =
        phone.get("/api/own/documents/" + YOUTH_OFFICE + "/files/akte-1-2").is(200).response();

    assertThat(response.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(file);
    assertThat(header(response, "Content-Type")).startsWith("text/html");
    assertThat(header(response, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"akte-1-2\"");
    assertThat(header(response, "Content-Security-Policy"))
        .isEqualTo("sandbox; default-src 'none'");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(gateway.asked.getFirst().target())
        .isEqualTo("/fhir/" + YOUTH_OFFICE + "/Binary/akte-1-2");
  }

  @Test
  void fileThatBreaksOffDoesNotLookComplete() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    gateway.behave(asked ->
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/pdf");
          exchange.sendResponseHeaders(200, 1_000_000);
          exchange.getResponseBody().write(new byte[100_000]);
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThatThrownBy(() ->
            HttpClient.newHttpClient()
                .send(
                    phone
                        .request("/api/own/documents/" + YOUTH_OFFICE + "/files/akte-1-1")
                        .GET()
                        .build(),
                    HttpResponse.BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void withoutAGatewayThereIsNoOwnAccess() {
    Phone phone = Phone.linkedAt(RunningRegistry.shared(), YOUTH_OFFICE);
    phone.signIn().is(201);

    phone.get("/api/own/goals").isProblem(503, "unavailable");
  }

  private TokenReader.Read read(String token) {
    return new TokenReader(
            registry.bean(SigningKeys.class).published(), RunningRegistry.clusterKey())
        .read(token);
  }

  private static JsonNode decoded(String base64url) {
    return tools.jackson.databind.json.JsonMapper.shared()
        .readTree(java.util.Base64.getUrlDecoder().decode(base64url));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String bundle(String next, String resource) {
    String link =
        next.isEmpty() ? "" : ",\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}]";
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
        + resource
        + "}]"
        + link
        + "}";
  }
}
