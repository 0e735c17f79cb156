package net.sociallook.registry.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.PageAnswer;
import net.sociallook.registry.web.Port;

/** The staff's page over plain HTTP: a certificate, cookies, and the token of the last page. */
public final class StaffBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  private final RunningRegistry registry;
  private final HttpClient http;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  private StaffBrowser(RunningRegistry registry, HttpClient http) {
    this.registry = registry;
    this.http = http;
  }

  public static StaffBrowser of(RunningRegistry registry, String institution) {
    return new StaffBrowser(registry, RunningRegistry.as("institution:" + institution));
  }

  /** Over this connection, which may show no certificate. */
  public static StaffBrowser as(RunningRegistry registry, HttpClient http) {
    return new StaffBrowser(registry, http);
  }

  /** With this caseworker before it. */
  public static StaffBrowser atDesk(RunningRegistry registry, String institution, String person) {
    StaffBrowser browser = of(registry, institution);
    browser.post("/staff/sign-in", Map.of("caseworker", person));
    browser.get("/staff/invitations");
    return browser;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** From the page itself, with the token of the page that was opened last. */
  public HttpResponse<String> post(String path, Map<String, ?> fields) {
    return send(
        form(path, fields).header("Origin", origin()).header("Sec-Fetch-Site", "same-origin"));
  }

  /** The address to which this answer sends the browser, without its origin. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  public HttpRequest.Builder form(String path, Map<String, ?> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("form", token);
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded(all)));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path))
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Accept-Language", "de");
    String pairs =
        cookies.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("; "));
    return pairs.isEmpty() ? request : request.header("Cookie", pairs);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.uri().getPath().startsWith("/staff")) {
        PageAnswer.checked(answer);
      }
      answer.headers().allValues("set-cookie").forEach(this::keep);
      Matcher form = TOKEN.matcher(answer.body());
      if (form.find()) {
        token = form.group(1);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the forms of the page that was opened last. */
  public String token() {
    return token;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  String origin() {
    return registry.uri(Port.INSTITUTIONS, "").toString();
  }

  private void keep(String header) {
    String[] pair = header.split(";")[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private static String encoded(Map<String, ?> fields) {
    return fields.entrySet().stream()
        .flatMap(one ->
            (one.getValue() instanceof List<?> many ? many : List.of(one.getValue()))
                .stream().map(value -> one.getKey() + "=" + encoded(String.valueOf(value))))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
