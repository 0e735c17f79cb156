package net.sociallook.registry.page.own;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.Pages;

/** A registry whose page has own access, through a gateway that answers as a test says. */
public record OwnWorld(RunningRegistry registry, GatewayStandIn gateway) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static OwnWorld shared;

  /** It lives until the test run ends. */
  public static synchronized OwnWorld shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static OwnWorld start() {
    try {
      GatewayStandIn gateway = new GatewayStandIn();
      Path folder = Files.createTempDirectory("own-world");
      Path certificate = folder.resolve("page.pem");
      Path key = folder.resolve("page.key");
      RunningRegistry.authority().issue("client-page").writePem(certificate, key);
      String prefix = "sociallook.registry.own-access.";
      RunningRegistry registry =
          Pages.start(
              Map.of(
                  prefix + "gateways", gateway.address(),
                  prefix + "certificate", certificate.toString(),
                  prefix + "key", key.toString()));
      return new OwnWorld(registry, gateway);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Phone signedIn(String... institutions) {
    Phone phone = Phone.linkedAt(registry, institutions);
    phone.signIn().is(201);
    return phone;
  }

  public HttpResponse<String> page(Phone phone, String path) {
    try {
      return HTTP.send(
          phone.request(path).header("Accept", "text/html").header("Accept-Language", "de").build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static GatewayStandIn.Reply found(String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"resource\":" + resource + "}");
    }
    return GatewayStandIn.json(
        200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}");
  }

  public static String goal(String title, String start) {
    return """
    {"resourceType":"Goal","id":"z-1","lifecycleStatus":"active",
     "description":{"text":"%s"},"startDate":"%s"}\
    """
        .formatted(title, start);
  }

  public static String appointment(String title, String start, String status) {
    return """
    {"resourceType":"Appointment","id":"t-1","status":"%s","description":"%s","start":"%s",
     "patientInstruction":"Bitte den Ausweis mitbringen.",
     "participant":[{"actor":{"reference":"Patient/p-1"}},
       {"actor":{"reference":"PractitionerRole/jc-001"}},
       {"actor":{"type":"Location","display":"Zimmer 12"}}]}\
    """
        .formatted(status, title, start);
  }

  public static String document(String title, String address) {
    return """
    {"resourceType":"DocumentReference","id":"akte-1","status":"superseded",
     "description":"%s","date":"2026-03-01T10:00:00+01:00",
     "author":[{"reference":"PractitionerRole/jc-001","display":"Weber, Anna"}],
     "content":[{"attachment":{"contentType":"application/pdf","title":"%s.pdf",
       "size":122880,"url":"%s"}}]}\
    """
        .formatted(title, title.replace(" ", "_"), address);
  }

  public static String message(String topic, String text) {
    return """
    {"resourceType":"Communication","id":"n-1","status":"completed","topic":{"text":"%s"},
     "sent":"2026-03-01T10:00:00Z","sender":{"reference":"Organization/jobcenter-nordhausen"},
     "recipient":[{"reference":"Patient/p-1"}],"payload":[{"contentString":"%s"}]}\
    """
        .formatted(topic, text);
  }

  public static String patient() {
    return """
    {"resourceType":"Patient","id":"p-1","name":[{"family":"Sommer","given":["Mila"]}],
     "birthDate":"2008-05-17","telecom":[{"system":"phone","value":"0151 0000000"}],
     "address":[{"line":["Am Wehr 1"],"postalCode":"99734","city":"Nordhausen"}]}\
    """;
  }
}
