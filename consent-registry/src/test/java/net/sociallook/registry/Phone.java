package net.sociallook.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's phone: the page's calls, a cookie and a passkey. */
public final class Phone {
  public static final String ORIGIN = "http://localhost:8080";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final RunningRegistry registry;
  private final SoftwarePasskey passkey;
  private final String origin;
  private String cookie = "";

  public Phone(RunningRegistry registry) {
    this(registry, SoftwarePasskey.create("localhost", registry.pageOrigin().toString()));
  }

  public Phone(RunningRegistry registry, SoftwarePasskey passkey) {
    this.registry = registry;
    this.passkey = passkey;
    this.origin = registry.pageOrigin().toString();
  }

  /** A client who is linked at these institutions, and signed in. */
  public static Phone linkedAt(RunningRegistry registry, String... institutions) {
    Phone phone = new Phone(registry);
    for (String institution : institutions) {
      phone.linkTo(Office.of(registry, institution));
    }
    return phone;
  }

  /** Links the client; returns her pseudonym there. */
  public String linkTo(Office office) {
    Answer invitation = office.invite();
    accept(invitation.text("code")).is(201);
    return office.endorse(invitation.text("id"));
  }

  public SoftwarePasskey passkey() {
    return passkey;
  }

  public String cookie() {
    return cookie;
  }

  /** As a new client, or inside the session when there is one. */
  public Answer accept(String code) {
    if (!cookie.isEmpty()) {
      return post("/api/invitations/acceptance", Map.of("code", code));
    }
    Answer options = post("/api/invitations/acceptance-options", Map.of("code", code)).is(200);
    return post("/api/invitations/acceptance", acceptance(code, options));
  }

  public Map<String, Object> acceptance(String code, Answer options) {
    String credential = passkey.register(options.json().get("creationOptions").toString());
    return Map.of(
        "code", code,
        "ceremony", options.text("ceremony"),
        "credential", JsonMapper.shared().readTree(credential));
  }

  public Answer signIn() {
    return signIn(passkey);
  }

  public Answer signIn(SoftwarePasskey with) {
    Answer options = post("/api/session/options", Map.of()).is(200);
    return post("/api/session", signInWith(with, options));
  }

  public static Map<String, Object> signInWith(SoftwarePasskey with, Answer options) {
    return Map.of("ceremony", options.text("ceremony"), "assertion", assertion(with, options));
  }

  /** The passkey's answer to a proposal or to a sign-in. */
  public static JsonNode assertion(SoftwarePasskey with, Answer options) {
    return JsonMapper.shared().readTree(with.sign(options.json().get("requestOptions").toString()));
  }

  public Answer propose(String recipient, List<Map<String, String>> provisions) {
    return post(
        "/api/grant-proposals",
        Map.of("recipient", recipient, "provisions", provisions, "language", "de"));
  }

  public Map<String, Object> signed(Answer proposal) {
    return Map.of("proposal", proposal.text("proposal"), "assertion", assertion(passkey, proposal));
  }

  /** Gives a grant. */
  public Answer grant(String recipient, List<Map<String, String>> provisions) {
    return post("/api/grants", signed(propose(recipient, provisions).is(201))).is(201);
  }

  /** A provision for 90 days from an hour ago. */
  public static Map<String, String> provision(String permission, String holder) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", permission);
    provision.put("holder", holder);
    provision.put("purpose", "COC");
    provision.put("validFrom", now.minus(1, ChronoUnit.HOURS).toString());
    provision.put("validUntil", now.plus(90, ChronoUnit.DAYS).toString());
    return provision;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).header("Origin", origin).DELETE());
  }

  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
  }

  public Answer post(String path) {
    return send(request(path).header("Origin", origin).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(registry.uri(Port.BROWSER, path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response
          .headers()
          .firstValue("set-cookie")
          .ifPresent(header -> cookie = header.startsWith("session=;") ? "" : header.split(";")[0]);
      return Answer.checked(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
