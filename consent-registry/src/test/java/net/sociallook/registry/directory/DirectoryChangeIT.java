package net.sociallook.registry.directory;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Institutions that come and go while the registry runs. */
class DirectoryChangeIT {
  private static final String SCHOOL = "school-petersberg";

  @TempDir Path folder;
  private Path file;
  private RunningRegistry registry;
  private Office school;

  @BeforeEach
  void start() throws Exception {
    file = folder.resolve("directory.json");
    Files.copy(RunningRegistry.directory().file(), file);
    registry = RunningRegistry.start(Map.of("sociallook.registry.directory", file.toString()));
    school = Office.of(registry, SCHOOL);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void newInstitutionCallsLinksAndAsksForTokensAtOnce() throws Exception {
    school.get("/institutions").is(401);
    assertThat(askForToken()).contains("invalid_client");

    ECKey key = RunningRegistry.directory().writeWith(file, SCHOOL, "sp").get(SCHOOL);
    await().until(() -> school.get("/institutions").status() == 200);

    String invitation =
        school.post("/invitations", Map.of("caseworker", "sp-001")).is(201).text("code");
    Phone phone = new Phone(registry);
    phone.accept(invitation).is(201);
    assertThat(askForToken()).contains("invalid_authorization_details");
    assertThat(phone.get("/api/institutions").is(200).response().body()).contains(SCHOOL);
    assertThat(key.isPrivate()).isTrue();
  }

  @Test
  void endorsementVerifiesWithTheKeyOfAnInstitutionThatCameLater() throws Exception {
    ECKey key = RunningRegistry.directory().writeWith(file, SCHOOL, "sp").get(SCHOOL);
    await().until(() -> school.get("/institutions").status() == 200);
    var invited = school.post("/invitations", Map.of("caseworker", "sp-001")).is(201);
    new Phone(registry).accept(invited.text("code")).is(201);
    String id = invited.text("id");
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(SCHOOL)
            .issueTime(new Date())
            .jwtID(id)
            .claim("patient", school.get("/invitations/" + id).text("pseudonym"))
            .claim("key_hash", school.get("/invitations/" + id).text("keyHash"))
            .build();

    school
        .put("/invitations/" + id + "/endorsement", Map.of("endorsement", Office.jws(key, claims)))
        .is(200);
  }

  @Test
  void institutionThatLeftIsUnknownAndTheOthersStay() throws Exception {
    RunningRegistry.directory().writeWith(file, SCHOOL, "sp");
    await().until(() -> school.get("/institutions").status() == 200);

    Files.copy(
        RunningRegistry.directory().file(),
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    await().until(() -> school.get("/institutions").status() == 401);
    assertThat(askForToken()).contains("invalid_client");
    Office.of(registry, JOBCENTER).get("/institutions").is(200);
  }

  @Test
  void fileWithAMistakeIsToldInHealthAndEverythingRunsOn() throws Exception {
    assertThat(directoryHealth().path("status").asString()).isEqualTo("UP");

    Files.writeString(file, "{\"institutions\": [{\"id\": \"x\"}]}");

    await().until(() -> directoryHealth().path("status").asString().equals("STALE"));
    assertThat(directoryHealth().at("/details/mistake").asString()).contains("institution id: x");
    assertThat(directoryHealth().at("/details/institutions").asInt()).isEqualTo(3);
    assertThat(health().path("status").asString()).isEqualTo("UP");
    Office.of(registry, JOBCENTER).get("/institutions").is(200);
  }

  private String askForToken() throws Exception {
    String details =
        "[{\"type\":\"https://sociallook.net/rar/consent-access/v1\",\"patient\":\"Patient/"
            + "0".repeat(32)
            + "\",\"holder\":\"Organization/youth-office-nordhausen\",\"purpose\":\"COC\","
            + "\"requester\":\"sp-001\"}]";
    String form =
        "grant_type=client_credentials&authorization_details="
            + java.net.URLEncoder.encode(details, java.nio.charset.StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return school.http().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private JsonNode directoryHealth() throws Exception {
    return health().at("/components/directory");
  }

  private JsonNode health() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(registry.management("/health")).build();
    return JsonMapper.shared()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
