package net.sociallook.registry.page.question;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the client's question to the answer that she reads. */
class QuestionHttpIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = new Phone(REGISTRY);
  private final Visitor visitor = new Visitor(REGISTRY, phone);
  private final Office office = Office.of(REGISTRY, JOBCENTER);
  private String pseudonym;
  private String line;

  @BeforeEach
  void look() throws Exception {
    pseudonym = phone.linkTo(office);
    line = "/log/" + new Looks(REGISTRY).denied(pseudonym, "no-grant");
  }

  @Test
  void questionReachesTheInstitutionAndItsAnswerTheClient() {
    assertThat(ask("question", UUID.randomUUID(), "Warum <b>wollten</b> Sie das?").leadsTo())
        .isEqualTo(line);
    JsonNode question = mine();
    assertThat(question.path("kind").asString()).isEqualTo("question");
    assertThat(line).endsWith(question.path("entry").asString());
    assertThat(question.path("text").asString()).isEqualTo("Warum <b>wollten</b> Sie das?");
    assertThat(question.path("answer").isNull()).isTrue();
    assertThat(visitor.open(line).body())
        .contains("Warum &lt;b&gt;wollten&lt;/b&gt; Sie das?", "Die Stelle muss bis zum")
        .doesNotContain("<b>wollten");
    assertThat(visitor.open(line, "ar").body())
        .contains("<span>سؤالك</span><span>،</span> ")
        .doesNotContain("</span>, <", "</bdi>, <");

    answer(question, "jc-001", "Es war ein Versehen.\nEntschuldigung.").is(200);
    assertThat(visitor.open("/log").body())
        .contains("Es war ein Versehen.", "Weber, Anna")
        .doesNotContain("Die Stelle muss bis zum");
    assertThat(office.get("/questions?state=answered&count=200").is(200).response().body())
        .contains(question.path("id").asString());
  }

  @Test
  void answerStaysAsItIs() {
    ask("question", UUID.randomUUID(), "Warum?");
    JsonNode question = mine();
    answer(question, "jc-001", "Darum.").is(200);
    answer(question, "jc-001", "Darum.").is(200);
    answer(question, "jc-001", "Doch nicht.").isProblem(409, "ended");
    answer(question, "jc-002", "Darum.").isProblem(409, "ended");
  }

  @Test
  void complaintNamesDeadlineAndAuthority() {
    assertThat(visitor.open(line + "/complaint").body())
        .contains("innerhalb eines Monats")
        .contains("Thüringer Landesbeauftragter für den Datenschutz");
    ask("complaint", UUID.randomUUID(), "Das war nicht in Ordnung.");
    assertThat(mine().path("kind").asString()).isEqualTo("complaint");
  }

  @Test
  void sentTwiceItIsAskedOnce() {
    UUID id = UUID.randomUUID();
    ask("question", id, "Warum?");
    assertThat(ask("question", id, "Warum?").status()).isEqualTo(303);
    assertThat(count("Ihre Frage")).isEqualTo(1);
  }

  @Test
  void textThatIsTooLongIsKeptAndExplained() {
    Visitor.Seen seen = ask("question", UUID.randomUUID(), "a".repeat(2_001));
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.body())
        .contains("Ihr Text hat 2001 Zeichen.", "a".repeat(2_001), "aria-invalid=\"true\"");
    assertThat(ask("question", UUID.randomUUID(), "  \n ").body())
        .contains("Bitte schreiben Sie etwas.");
    assertThat(count("Ihre Frage")).isZero();
  }

  @Test
  void tenADayAreEnough() {
    for (int i = 0; i < 10; i++) {
      assertThat(ask("question", UUID.randomUUID(), "Warum " + i + "?").status()).isEqualTo(303);
    }
    Visitor.Seen eleventh = ask("question", UUID.randomUUID(), "Und noch etwas");
    assertThat(eleventh.status()).isEqualTo(429);
    assertThat(eleventh.body()).contains("Morgen geht es wieder.", "Und noch etwas");
    assertThat(count("Ihre Frage")).isEqualTo(10);
  }

  @Test
  void deadlineThatIsOverIsCalledSo() {
    ask("question", UUID.randomUUID(), "Warum?");
    REGISTRY
        .asOwner()
        .sql("update registry.question set due_at = now() - interval '1 day' where entry = :entry")
        .param("entry", UUID.fromString(line.substring("/log/".length())))
        .update();
    assertThat(visitor.open(line).body())
        .contains("Die Frist ist am", "Zuständig ist:", "Thüringer Landesbeauftragter");
    assertThat(visitor.open("/").body()).contains("Ihre Frage vom", "Die Frist ist am");
  }

  @Test
  void whatWaitsForAnAnswerAndWhatWasAnsweredStandsOnTheStartPage() {
    assertThat(visitor.open("/").body()).doesNotContain("Ihre Fragen und Beschwerden");
    ask("complaint", UUID.randomUUID(), "Das war nicht in Ordnung.");
    assertThat(visitor.open("/").body())
        .contains("href=\"" + line + "\"", "Ihre Beschwerde vom", "Die Stelle muss bis zum")
        .doesNotContain("Beantwortet am");

    answer(mine(), "jc-001", "Es war ein Versehen.").is(200);
    assertThat(visitor.open("/").body())
        .contains("href=\"" + line + "\"", "Beantwortet am")
        .doesNotContain("Die Stelle muss bis zum");
    Visitor other = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER));
    assertThat(other.open("/").body()).doesNotContain(line);

    answeredDaysAgo(31);
    assertThat(visitor.open("/").body()).doesNotContain(line);
    assertThat(visitor.open(line).body()).contains("Es war ein Versehen.");
  }

  private void answeredDaysAgo(int days) {
    REGISTRY
        .asOwner()
        .sql(
            "update registry.question set answered_at = now() - make_interval(days => :days)"
                + " where entry = :entry")
        .param("days", days)
        .param("entry", UUID.fromString(line.substring("/log/".length())))
        .update();
  }

  @Test
  void nobodyAsksAboutAnothersLineAndNoOtherInstitutionReadsIt() {
    Visitor other = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER));
    assertThat(other.open(line + "/question").status()).isEqualTo(404);
    assertThat(
            other
                .send(line + "/question", "question", UUID.randomUUID().toString(), "text", "x")
                .status())
        .isEqualTo(404);
    ask("question", UUID.randomUUID(), "Warum?");
    String id = mine().path("id").asString();
    Office foreign = Office.of(REGISTRY, YOUTH_OFFICE);
    foreign.get("/questions/" + id).isProblem(404, "not-found");
    foreign
        .put("/questions/" + id + "/answer", Map.of("caseworker", "ya-001", "text", "x"))
        .isProblem(404, "not-found");
    assertThat(foreign.get("/questions?count=200").is(200).response().body()).doesNotContain(id);
  }

  @Test
  void answerThatIsNotSoundIsRefused() {
    ask("question", UUID.randomUUID(), "Warum?");
    JsonNode question = mine();
    answer(question, "ya-001", "Darum.").isProblem(400, "malformed");
    answer(question, "jc-001", " ").isProblem(400, "malformed");
    answer(question, "jc-001", "a".repeat(4_001)).isProblem(400, "malformed");
    office.get("/questions?state=lost").isProblem(400, "malformed");
    office.get("/questions/" + UUID.randomUUID()).isProblem(404, "not-found");
  }

  private Visitor.Seen ask(String kind, UUID id, String text) {
    return visitor.send(line + "/" + kind, "question", id.toString(), "text", text);
  }

  private net.sociallook.registry.Answer answer(JsonNode question, String caseworker, String text) {
    return office.put(
        "/questions/" + question.path("id").asString() + "/answer",
        Map.of("caseworker", caseworker, "text", text));
  }

  private JsonNode mine() {
    return office
        .get("/questions?state=open&count=200")
        .is(200)
        .json()
        .path("questions")
        .valueStream()
        .filter(one -> one.path("patient").asString().equals(pseudonym))
        .findFirst()
        .orElseThrow();
  }

  private int count(String words) {
    return visitor.open(line).body().split(words, -1).length - 1;
  }
}
