package net.sociallook.registry.staff.person;

import java.net.http.HttpResponse;
import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.staff.StaffBrowser;
import net.sociallook.registry.staff.StaffProperties;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caseworker with a passkey of her own, and a browser without certificate. */
public record StaffPerson(SoftwarePasskey passkey, StaffBrowser browser) {

  /** Enrolled by the institution, and signed in. */
  public static StaffPerson signedIn(RunningRegistry registry, String institution, String id) {
    StaffPerson person = enrolled(registry, institution, id);
    require(person.signIn(), 303);
    person.browser().get("/staff/invitations");
    return person;
  }

  static StaffPerson enrolled(RunningRegistry registry, String institution, String id) {
    StaffBrowser desk = StaffBrowser.atDesk(registry, institution, id);
    StaffPerson person = unknown(registry);
    require(person.make(code(desk, id)), 303);
    return person;
  }

  static StaffPerson unknown(RunningRegistry registry) {
    String origin = registry.bean(StaffProperties.class).origin().toString();
    return new StaffPerson(
        SoftwarePasskey.create("localhost", origin),
        StaffBrowser.as(registry, RunningRegistry.anonymous()));
  }

  /** A code that the institution makes for one of its caseworkers. */
  static String code(StaffBrowser desk, String id) {
    desk.get("/staff/people");
    String page = desk.post("/staff/people/" + id + "/code", Map.of()).body();
    return page.replaceAll("(?s).*<p class=\"code\">([A-Z2-7 ]{14})</p>.*", "$1");
  }

  /** Types a code, and makes the passkey. */
  HttpResponse<String> make(String code) {
    HttpResponse<String> typed = browser.post("/staff/passkey/new", Map.of("code", code));
    if (typed.statusCode() != 303) {
      return typed;
    }
    String path = StaffBrowser.location(typed).replaceAll("https://[^/]+", "");
    return browser.post(path, Map.of("credential", passkey.register(options(path))));
  }

  String options(String path) {
    return browser
        .get(path)
        .body()
        .replaceAll("(?s).*data-options=\"([^\"]*)\".*", "$1")
        .replace("&quot;", "\"");
  }

  HttpResponse<String> signIn() {
    JsonNode started = start();
    return answer(started, passkey.sign(started.path("requestOptions").toString()));
  }

  JsonNode start() {
    return JsonMapper.shared().readTree(browser.post("/staff/passkey/options", Map.of()).body());
  }

  HttpResponse<String> answer(JsonNode started, String assertion) {
    return browser.post(
        "/staff/passkey",
        Map.of("ceremony", started.path("ceremony").asString(), "assertion", assertion));
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          answer.statusCode() + " (expected: " + status + ")\n" + answer.body());
    }
  }
}
