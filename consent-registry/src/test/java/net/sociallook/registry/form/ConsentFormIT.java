package net.sociallook.registry.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.page.print.Printed;
import net.sociallook.registry.staff.StaffBrowser;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets for clients without a device. */
class ConsentFormIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void preparedSheetHoldsTheWordsToWhichTheDocumentCommits(String language) throws Exception {
    Desk desk = Desk.of(REGISTRY);
    Map<String, Object> wish = desk.wish("paper", "documents-read", "messages");
    wish.put("language", language);
    Answer prepared = desk.youth().post("/captures", wish).is(201);
    Printed sheet = sheet("/captures/" + prepared.text("id") + "/form");
    assertThat(sheet.draw("capture-" + language).barriers()).isEmpty();
    assertThat(sheet.language()).isEqualTo(language);
    assertThat(sheet.heard()).contains(Printed.joined(prepared.text("text")));
    String hash = prepared.json().at("/document/textHash").asString();
    assertThat(sheet.codes()).containsOnly(prepared.text("id") + "." + hash);
  }

  @Test
  void sheetIsTheInstitutionsOwn() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("paper", "documents-read");
    desk.job().get("/captures/" + prepared.text("id") + "/form").isProblem(404, "not-found");
  }

  @Test
  void blankSheetIsForAnInstitutionAndALanguageThatThereAre() throws Exception {
    String path = "/captures/form?recipient=" + TestDirectory.JOBCENTER + "&language=";
    assertThat(sheet(path + "uk").language()).isEqualTo("uk");
    Desk desk = Desk.of(REGISTRY);
    desk.youth().get(path + "xx").isProblem(400, "malformed");
    desk.youth().get("/captures/form?recipient=nobody").isProblem(404, "not-found");
  }

  @Test
  void staffPrintTheSameSheets() {
    String capture = Desk.of(REGISTRY).prepare("paper", "documents-read").text("id");
    StaffBrowser own = StaffBrowser.atDesk(REGISTRY, TestDirectory.YOUTH_OFFICE, "ya-001");
    StaffBrowser other = StaffBrowser.atDesk(REGISTRY, TestDirectory.JOBCENTER, "jc-001");
    String path = "/staff/captures/" + capture + "/form.pdf";
    assertThat(own.get(path).body()).startsWith("%PDF-");
    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(own.get("/staff/form.pdf?recipient=" + TestDirectory.JOBCENTER).body())
        .startsWith("%PDF-");
  }

  private static Printed sheet(String path) throws Exception {
    HttpResponse<byte[]> answer =
        RunningRegistry.as("institution:" + TestDirectory.YOUTH_OFFICE)
            .send(
                HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
    return new Printed(answer.body());
  }
}
