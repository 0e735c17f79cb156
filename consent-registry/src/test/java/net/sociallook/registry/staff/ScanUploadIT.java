package net.sociallook.registry.staff;

import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.page.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanned sheet that is as large as it may be, a little larger, and much larger. */
class ScanUploadIT {
  private static final RunningRegistry REGISTRY = Pages.registry();
  private static final int MOST = 10 * 1024 * 1024;
  private static final String BOUNDARY = "boundary-of-the-test";

  private final Desk desk = Desk.of(REGISTRY);
  private final Answer prepared = desk.prepare("paper", "documents-read");
  private final String page = "/staff/captures/" + prepared.text("id");
  private final StaffBrowser browser = StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001");

  @Test
  void tenMegabytesAreTaken() {
    HttpResponse<String> answer = send(MOST);

    assertThat(StaffBrowser.location(answer)).endsWith(page);
    assertThat(state()).isEqualTo("unstated");
  }

  @Test
  void aLittleMoreLeadsBackToThePageWithAWord() {
    HttpResponse<String> answer = send(MOST + 1);

    assertThat(StaffBrowser.location(answer)).endsWith(page + "?trouble=sheet");
    assertThat(browser.get(page + "?trouble=sheet").body()).contains("größer als 10 MB");
    assertThat(state()).isEqualTo("unsigned");
  }

  /** The connection is not reset while the file is still being sent. */
  @ParameterizedTest
  @ValueSource(ints = {MOST + 70_000, 12 * 1024 * 1024, 40 * 1024 * 1024})
  void muchMoreIsAnsweredWithAPageAndNothingIsKept(int size) {
    HttpResponse<String> answer = send(size);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("content-type").orElse("")).contains("text/html");
    assertThat(answer.body()).contains("Das war zu groß", "höchstens 10 MB");
    assertThat(state()).isEqualTo("unsigned");
    assertThat(browser.get(page).statusCode()).isEqualTo(200);
  }

  /** A body that does not say how long it is. */
  @Test
  void fileOfUnknownLengthIsNotKeptEither() {
    byte[] body = body(MOST + 70_000);
    HttpResponse<String> answer =
        browser.send(
            request()
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Das war zu groß");
    assertThat(state()).isEqualTo("unsigned");
  }

  private String state() {
    return desk.youth().get("/captures/" + prepared.text("id")).is(200).text("state");
  }

  private HttpResponse<String> send(int size) {
    return browser.send(request().POST(BodyPublishers.ofByteArray(body(size))));
  }

  private java.net.http.HttpRequest.Builder request() {
    return browser
        .request(page + "/scan")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .header("Origin", browser.origin())
        .header("Sec-Fetch-Site", "same-origin");
  }

  private byte[] body(int size) {
    browser.get(page);
    byte[] sheet = new byte[size];
    Arrays.fill(sheet, (byte) 'x');
    byte[] start = "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, sheet, 0, start.length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, part("form") + browser.token() + "\r\n");
    String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    text(body, part("signedOn") + today + "\r\n");
    text(
        body,
        part("sheet\"; filename=\"sheet.pdf").replace("\r\n\r\n", "\r\n")
            + "Content-Type: application/pdf\r\n\r\n");
    body.writeBytes(sheet);
    text(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static String part(String name) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
