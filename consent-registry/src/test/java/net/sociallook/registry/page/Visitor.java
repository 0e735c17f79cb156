package net.sociallook.registry.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;

/** A client at the page without a browser: reads pages, and sends their forms. */
public record Visitor(RunningRegistry registry, Phone phone) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A page, where no redirect is followed. */
  public record Seen(int status, String body, String location) {
    /** The last part of where it leads, without what follows it. */
    public String leadsTo() {
      return location.replaceAll("[?#].*", "");
    }
  }

  /** What follows a # stays with the visitor, as in a browser. */
  public Seen open(String path) {
    return send(request(path.replaceAll("#.*", "")).GET());
  }

  /** The same in a language that was chosen on the page. */
  public Seen open(String path, String language) {
    return send(
        HttpRequest.newBuilder(registry.uri(Port.BROWSER, path))
            .header("Accept", "text/html")
            .header("Cookie", phone.cookie() + "; language=" + language)
            .GET());
  }

  /** Sends a form of the session's pages; fields as name, value, name, value ... */
  public Seen send(String path, String... fields) {
    StringBuilder body = new StringBuilder("form=").append(token());
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", registry.pageOrigin().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private String token() {
    return open("/help").body().replaceAll("(?s).*?name=\"form\" value=\"([^\"]*)\".*", "$1");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(registry.uri(Port.BROWSER, path))
        .header("Accept", "text/html")
        .header("Accept-Language", "de")
        .header("Cookie", phone.cookie());
  }

  private static Seen send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          PageAnswer.checked(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      return new Seen(
          answer.statusCode(), answer.body(), answer.headers().firstValue("location").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
