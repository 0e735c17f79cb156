package net.sociallook.registry.page.signing;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Professionals who must keep silent (§ 203 StGB) are released by name with a tick of its own, or
 * not at all.
 */
class SecrecyIT {
  private static final String PATH = "/grants/new?recipient=" + JOBCENTER + "&holder=" + PROVIDER;
  private static RunningRegistry registry;

  private Phone phone;
  private Visitor visitor;

  /** The provider's counsellor is bound to secrecy, her colleague is not. */
  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    String directory = Files.readString(RunningRegistry.directory().file());
    String counsellor = "\"id\":\"th-002\"";
    assertThat(directory).contains(counsellor);
    Path file = folder.resolve("directory.json");
    Files.writeString(
        file, directory.replace(counsellor, counsellor + ",\"professionalSecrecy\":true"));
    registry = Pages.start(Map.of("sociallook.registry.directory", file.toString()));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void link() {
    phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    visitor = new Visitor(registry, phone);
  }

  @Test
  void nothingOfSuchAHolderIsGivenWithoutTheRelease() {
    propose(PROVIDER, List.of()).isProblem(422, "release-needed");
    propose(PROVIDER, List.of(YOUTH_OFFICE)).isProblem(422, "release-needed");
    assertThat(phone.get("/api/grants").json().get("grants")).isEmpty();
  }

  @Test
  void textNamesThePersonsAndTheDocumentCommitsToIt() {
    Answer proposal = propose(PROVIDER, List.of(PROVIDER)).is(201);
    String text = proposal.text("text");
    assertThat(text)
        .contains("Schweigepflicht (§ 203 StGB), gegenüber: Jobcenter Nordhausen")
        .contains("- Kaya, Deniz (Berater, Träger Horizont)")
        .doesNotContain("Weber, Anna");
    assertThat(proposal.json().at("/document/textHash").asString())
        .isEqualTo(Bytes.base64url(Bytes.sha256(text.getBytes(StandardCharsets.UTF_8))));
    phone.post("/api/grants", phone.signed(proposal)).is(201);
  }

  @Test
  void whatIsAddedLaterNeedsTheReleaseAgainForWhatStands() {
    Answer first = propose(PROVIDER, List.of(PROVIDER)).is(201);
    phone.post("/api/grants", phone.signed(first)).is(201);
    propose(YOUTH_OFFICE, List.of()).isProblem(422, "release-needed");
    assertThat(propose(YOUTH_OFFICE, List.of(PROVIDER)).is(201).text("text"))
        .contains("Kaya, Deniz");
  }

  @Test
  void whoIsNotBoundNeedsNoRelease() {
    assertThat(propose(YOUTH_OFFICE, List.of(YOUTH_OFFICE)).is(201).text("text"))
        .doesNotContain("Schweigepflicht");
    String choice = choose(PATH.replace(PROVIDER, YOUTH_OFFICE));
    assertThat(visitor.open(choice).body()).doesNotContain("name=\"release\"");
  }

  @Test
  void tickIsSeparateNeverSetAndWithoutItThePageSaysWhyItStops() {
    String choice = choose(PATH);
    assertThat(visitor.open(choice).body())
        .contains("Kaya, Deniz (Berater)", "name=\"release\"", "§\u00a0203 StGB")
        .doesNotContainPattern("name=\"release\"[^>]*checked");
    String back = visitor.send(choice).location();
    assertThat(back).isEqualTo(choice + "?unreleased=true#release");
    assertThat(visitor.open(choice + "?unreleased=true").body()).contains("Ein Häkchen fehlt");
    assertThat(visitor.open(choice + "/sign").location()).isEqualTo(choice);
    assertThat(visitor.send(choice, "release", PROVIDER).location()).isEqualTo(choice + "/sign");
    assertThat(visitor.open(choice + "/sign").body()).contains("Kaya, Deniz", "entbinde");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void pageIsFine(String language) {
    try (Tab tab = Tab.on(registry.pageOrigin(), Screen.PHONE, language)) {
      tab.carry(phone.cookie());
      tab.open(choose(PATH) + "?unreleased=true");
      tab.isFine("check-secrecy");
      tab.page().locator("input[name=release]").check();
      tab.page().locator("main form button").click();
      tab.isFine("sign-secrecy");
    }
  }

  private String choose(String path) {
    String day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30).toString();
    return visitor.send(path, "next", "true", "allow", "1.documents-read", "until", day).location();
  }

  private Answer propose(String holder, List<String> released) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("recipient", JOBCENTER);
    wish.put("provisions", List.of(Phone.provision("documents-read", holder)));
    wish.put("language", "de");
    if (!released.isEmpty()) {
      wish.put("secrecyRelease", released);
    }
    return phone.post("/api/grant-proposals", wish);
  }
}
