package net.sociallook.registry.staff.question;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a client's question to the answer that a caseworker writes on the staff's page. */
class StaffQuestionsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = new Phone(REGISTRY);
  private final Visitor visitor = new Visitor(REGISTRY, phone);
  private final StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
  private String line;
  private String path;

  @BeforeEach
  void ask() throws Exception {
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    line = "/log/" + new Looks(REGISTRY).denied(pseudonym, "blocked");
    path = "/staff/questions/" + asked("question", "Warum <b>wollten</b> Sie das?");
  }

  private String asked(String kind, String text) {
    String id = UUID.randomUUID().toString();
    assertThat(visitor.send(line + "/" + kind, "question", id, "text", text).status())
        .isEqualTo(303);
    return id;
  }

  @Test
  void questionStandsWithItsLineAndItsDeadlineAndNothingOfItIsMarkup() {
    assertThat(staff.get("/staff/questions").body()).contains(path, "Zu beantworten bis");
    String page = staff.get(path).body();
    assertThat(page)
        .contains("Warum &lt;b&gt;wollten&lt;/b&gt; Sie das?", "Kaya, Deniz", "abgelehnt")
        .doesNotContain("<b>wollten", "gesperrt", "blocked");
  }

  @Test
  void answerIsReadByTheClientWithTheNameOfWhoSatThere() {
    String answer = "Es war ein <i>Versehen</i>.\nEntschuldigung. " + "a".repeat(3_950);
    assertThat(send(answer).statusCode()).isEqualTo(303);
    assertThat(visitor.open("/log").body())
        .contains("Es war ein &lt;i&gt;Versehen&lt;/i&gt;.", "Weber, Anna");
    assertThat(staff.get("/staff/questions").body()).doesNotContain(path);
    assertThat(staff.get("/staff/questions/answered").body()).contains(path, "Weber, Anna");
    assertThat(staff.get(path).body()).contains("Die Antwort").doesNotContain("<textarea");
  }

  @Test
  void sentTwiceItIsAnsweredOnceAndAnotherAnswerIsNotLostButNotTaken() {
    assertThat(send("Darum.").statusCode()).isEqualTo(303);
    assertThat(send("Darum.").statusCode()).isEqualTo(303);
    HttpResponse<String> late = send("Doch nicht.");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Schon beantwortet", "Darum.", "Doch nicht.");
    assertThat(visitor.open(line).body()).contains("Darum.").doesNotContain("Doch nicht.");
  }

  @Test
  void answerThatIsTooLongIsKeptAndExplained() {
    HttpResponse<String> answer = send("a".repeat(4_001));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Ihr Text hat 4001 Zeichen.", "a".repeat(4_001), "aria-invalid=\"true\"");
    assertThat(send(" \n").body()).contains("Bitte schreiben Sie eine Antwort.");
    assertThat(staff.get("/staff/questions").body()).contains(path);
  }

  @Test
  void whatIsOverdueStandsFirstAndIsMarked() {
    String late = asked("complaint", "Das war nicht in Ordnung.");
    REGISTRY
        .asOwner()
        .sql("update registry.question set due_at = now() - interval '100 days' where id = :id")
        .param("id", UUID.fromString(late))
        .update();
    String list = staff.get("/staff/questions").body();
    assertThat(list.indexOf(late)).isPositive().isLessThan(list.indexOf(path));
    assertThat(list.substring(list.indexOf(late), list.indexOf(path)))
        .contains("überfällig", "abgelaufen", "Beschwerde");
  }

  @Test
  void noOtherInstitutionSeesOrAnswersIt() {
    StaffBrowser other = StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001");
    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(other.get("/staff/questions").body()).doesNotContain(path);
    assertThat(other.post(path + "/answer", Map.of("text", "x")).statusCode()).isEqualTo(404);
    assertThat(staff.get(path).body()).contains("<textarea");
  }

  private HttpResponse<String> send(String text) {
    return staff.post(path + "/answer", Map.of("text", text));
  }
}
