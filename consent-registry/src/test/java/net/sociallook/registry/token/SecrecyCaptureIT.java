package net.sociallook.registry.token;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.grant.WitnessedEvidence;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.passkey.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client without a device releases professionals who must keep silent (§ 203 StGB) at the desk,
 * by name; without that nothing of their institution is opened.
 */
class SecrecyCaptureIT {
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;

  private final Desk desk = Desk.of(registry);

  /** Kaya of the youth office is bound to secrecy. */
  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    String directory = Files.readString(RunningRegistry.directory().file());
    String bound = "\"id\":\"ya-002\"";
    assertThat(directory).contains(bound);
    Path file = folder.resolve("directory.json");
    Files.writeString(file, directory.replace(bound, bound + ",\"professionalSecrecy\":true"));
    registry = RunningRegistry.start(Map.of("sociallook.registry.directory", file.toString()));
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void withoutTheReleaseNothingIsCapturedAndNothingOpens() {
    for (Boolean released : new Boolean[] {null, false}) {
      prepare(released).isProblem(422, "release-needed");
    }
    assertThat(token().error()).isEqualTo("invalid_authorization_details");
  }

  @Test
  void releaseIsInTheWordsThatAreWitnessedAndOpensTheData() {
    Answer prepared = prepare(true).is(201);
    String text = prepared.text("text");
    assertThat(text)
        .contains("Schweigepflicht (§ 203 StGB), gegenüber: Jobcenter Nordhausen")
        .contains("Kaya, Deniz")
        .doesNotContain("Weber, Anna (Fallmanagerin, Jugendamt");
    assertThat(prepared.json().at("/document/textHash").asString())
        .isEqualTo(Bytes.base64url(Bytes.sha256(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(token().error()).isEqualTo("invalid_authorization_details");

    desk.state(prepared, desk.statement(prepared)).is(200);

    assertThat(token().status()).isEqualTo(200);
    assertThat(
            registry
                .bean(GrantReader.class)
                .currentFor(
                    registry
                        .bean(Pseudonyms.class)
                        .clientOf(new InstitutionId(JOBCENTER), desk.atJob())
                        .orElseThrow(),
                    new InstitutionId(JOBCENTER),
                    new InstitutionId(desk.youth().id()))
                .orElseThrow()
                .proofs())
        .singleElement()
        .satisfies(proven -> assertThat(proven.evidence()).isInstanceOf(WitnessedEvidence.class));
  }

  @Test
  void whatIsAddedNeedsTheReleaseAnew() {
    Answer first = prepare(true).is(201);
    desk.state(first, desk.statement(first)).is(200);
    Map<String, Object> more = desk.wish("assisted", "messages");
    desk.youth().post("/captures", more).isProblem(422, "release-needed");
    assertThat(token(List.of("messages")).error()).isEqualTo("invalid_authorization_details");
    assertThat(token(List.of("documents-read")).status()).isEqualTo(200);
  }

  private Answer prepare(Boolean released) {
    Map<String, Object> wish = new HashMap<>(desk.wish("assisted", "documents-read"));
    if (released != null) {
      wish.put("secrecyRelease", released);
    }
    return desk.youth().post("/captures", wish);
  }

  private OAuthClient.Answer token() {
    return token(List.of("documents-read"));
  }

  private OAuthClient.Answer token(List<String> actions) {
    return jobcenter.post(
        "/oauth2/token", Asked.about(desk.atJob()).with("actions", actions).form());
  }
}
