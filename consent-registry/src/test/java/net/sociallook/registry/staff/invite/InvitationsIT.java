package net.sociallook.registry.staff.invite;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inviting on the staff's page, over HTTP; in a browser see {@code StaffStoryIT}. */
class InvitationsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);

  private final StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");

  @ParameterizedTest
  @ValueSource(strings = {"Anna Weber", "Weber", "4711 a", "<script>1", "é1", ""})
  void whatIsNoFileNumberMakesNoInvitation(String number) {
    HttpResponse<String> answer = staff.post("/staff/invitations", Map.of("localId", number));
    assertThat(location(answer)).endsWith("/staff/invitations?wrong=true");
    assertThat(staff.get("/staff/invitations?wrong=true").body())
        .contains("aria-invalid=\"true\"", "Das ist kein Aktenzeichen");
  }

  @Test
  void secondInvitationOfANumberEndsTheFirst() {
    String first = invite("BG-17/1");
    String firstCode = code(first);
    String second = invite("BG-17/1");
    assertThat(state(first)).isEqualTo("expired");
    assertThat(state(second)).isEqualTo("open");
    new Phone(REGISTRY)
        .post("/api/invitations/acceptance-options", Map.of("code", firstCode))
        .isProblem(409, "ended");
    assertThat(staff.get("/staff/invitations/" + first + "/sheet").body())
        .contains("kann nicht noch einmal gezeigt werden");
  }

  @Test
  void invitationWithoutANumberIsToldByThePseudonymAndTheDay() {
    String pseudonym = new Phone(REGISTRY).linkTo(JOB);
    assertThat(staff.get("/staff/invitations").body())
        .containsPattern(
            pseudonym + "</bdi></a>\\s*<span class=\"muted small\">\\d+\\. \\S+ \\d{4}</span>");
  }

  @Test
  void fileNumberIsUnreadableInTheDatabase() {
    String id = invite("BG-99/secret7");
    List<byte[]> stored =
        REGISTRY
            .asOwner()
            .sql(
                "select local_id from registry.invitation_note where invitation = cast(:id as uuid)")
            .param("id", id)
            .query((row, n) -> row.getBytes(1))
            .list();
    assertThat(stored).hasSize(1);
    assertThat(new String(stored.getFirst(), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret7");
    assertThat(staff.get("/staff/invitations").body()).contains("BG-99/secret7");
  }

  @Test
  void otherInstitutionsSeeNothingOfIt() {
    String id = invite("BG-5");
    StaffBrowser others = StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001");
    for (String path : List.of("", "/sheet", "/code.svg")) {
      assertThat(others.get("/staff/invitations/" + id + path).statusCode()).isEqualTo(404);
    }
    assertThat(others.get("/staff/invitations").body()).doesNotContain("BG-5");
  }

  @Test
  void endorsementNeedsTheComparedNumberAndTheInstitutionsKey() {
    String id = invite("BG-6");
    new Phone(REGISTRY).accept(code(id)).is(201);
    Answer accepted = JOB.get("/invitations/" + id).is(200);
    String digits = accepted.text("matchCode");
    assertThat(staff.get("/staff/invitations/" + id).body())
        .contains(digits.substring(0, 3) + " " + digits.substring(3));

    String genuine = JOB.endorsement(id, accepted.text("keyHash"), accepted.text("pseudonym"));
    assertThat(location(endorse(id, Map.of("endorsement", genuine))))
        .endsWith("?trouble=unconfirmed");
    String foreign =
        Office.of(REGISTRY, YOUTH_OFFICE)
            .endorsement(id, accepted.text("keyHash"), accepted.text("pseudonym"));
    assertThat(location(endorse(id, Map.of("endorsement", foreign, "compared", "true"))))
        .endsWith("?trouble=refused");
    assertThat(state(id)).isEqualTo("accepted");

    endorse(id, Map.of("endorsement", " " + genuine + "\n", "compared", "true"));
    assertThat(state(id)).isEqualTo("linked");
    assertThat(staff.get("/staff/invitations/" + id).body()).contains(accepted.text("pseudonym"));
  }

  /** The command of docs/registry.md, with nothing but bash and openssl. */
  @Test
  void endorsementIsMadeByHandWhereThereIsNoSystem(@TempDir Path folder) throws Exception {
    String id = invite("BG-7");
    new Phone(REGISTRY).accept(code(id)).is(201);
    Answer accepted = JOB.get("/invitations/" + id).is(200);
    String digits = accepted.text("matchCode");
    String other = digits.equals("000000") ? "000001" : "000000";
    assertThat(runScript(folder, id, accepted, other)).isEmpty();

    String endorsement = runScript(folder, id, accepted, digits);
    assertThat(location(endorse(id, Map.of("endorsement", endorsement, "compared", "true"))))
        .endsWith("/staff/invitations/" + id);
    assertThat(state(id)).isEqualTo("linked");
  }

  @Test
  void knownPersonGetsANewDeviceAndTheCommandNamesTheReplacedKey(@TempDir Path folder)
      throws Exception {
    String first = invite("BG-8");
    new Phone(REGISTRY).accept(code(first)).is(201);
    JOB.endorse(first);
    String again = reinvite("BG-8");
    new Phone(REGISTRY).accept(code(again)).is(201);
    Answer accepted = JOB.get("/invitations/" + again).is(200);
    assertThat(accepted.text("pseudonym"))
        .isEqualTo(JOB.get("/invitations/" + first).is(200).text("pseudonym"));
    assertThat(staff.get("/staff/invitations/" + again).body())
        .contains(accepted.text("keyHash") + " " + accepted.text("replaces"));

    String endorsement = runScript(folder, again, accepted, accepted.text("matchCode"));
    endorse(again, Map.of("endorsement", endorsement, "compared", "true"));

    assertThat(state(again)).isEqualTo("linked");
    assertThat(staff.get("/staff/invitations/" + again).body()).contains("Der neue Zugang wartet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BG-404", "Anna Weber", ""})
  void whoIsNotLinkedIsNotInvitedAnew(String number) {
    assertThat(location(staff.post("/staff/invitations/recovery", Map.of("known", number))))
        .endsWith("/staff/invitations?unknown=true");
    assertThat(staff.get("/staff/invitations?unknown=true").body())
        .contains("aria-invalid=\"true\"", "niemand verbunden");
  }

  private String reinvite(String number) {
    return location(staff.post("/staff/invitations/recovery", Map.of("known", number)))
        .replaceAll(".*/invitations/([0-9a-f-]{36})/sheet", "$1");
  }

  private static String runScript(Path folder, String id, Answer accepted, String typed)
      throws Exception {
    String guide = Files.readString(Path.of("../docs/registry.md"));
    String script =
        guide.replaceAll("(?s).*<!-- executed by InvitationsIT -->\n```bash\n(.*?)```.*", "$1");
    Files.writeString(folder.resolve("endorse.sh"), script);
    var key = RunningRegistry.directory().signingKeys().get(JOBCENTER);
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.toPrivateKey().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Files.writeString(folder.resolve("signing.key"), pem);
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "endorse.sh",
                "signing.key",
                key.getKeyID(),
                JOBCENTER,
                id,
                accepted.text("pseudonym"),
                accepted.text("keyHash")));
    if (accepted.json().has("replaces")) {
      command.add(accepted.text("replaces"));
    }
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.outputWriter().append(typed).append('\n').close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return printed;
  }

  private String invite(String number) {
    String location = location(staff.post("/staff/invitations", Map.of("localId", number)));
    return location.replaceAll(".*/invitations/([0-9a-f-]{36})/sheet", "$1");
  }

  private String code(String id) {
    String sheet = staff.get("/staff/invitations/" + id + "/sheet").body();
    return sheet.replaceAll("(?s).*<p class=\"code\">([A-Z2-7 ]{14})</p>.*", "$1");
  }

  private static String state(String id) {
    return JOB.get("/invitations/" + id).is(200).text("state");
  }

  private HttpResponse<String> endorse(String id, Map<String, String> fields) {
    return staff.post("/staff/invitations/" + id + "/endorsement", fields);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }
}
