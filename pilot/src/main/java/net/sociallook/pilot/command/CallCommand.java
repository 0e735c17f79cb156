package net.sociallook.pilot.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Endpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sociallook call}. */
@Command(
    name = "call",
    description =
        "Fetches a token and calls the gateway as an institution's system would. Ends with 0 only if"
            + " the gateway answers with a success.",
    mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {
  /** The institution that holds the data stands behind {@code /fhir/}. */
  private static final Pattern PATH = Pattern.compile("/?fhir/([a-z0-9-]+)(/.*)?");

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private RequesterOption requester = new RequesterOption();

  @Parameters(index = "0", paramLabel = "METHOD", description = "For example GET.")
  private String method = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description =
          "For example '/fhir/youth-office-nordhausen/DocumentReference?patient={patient}'; {patient}"
              + " becomes the institution's pseudonym of the client.")
  private String path = "";

  @Option(names = "--body", paramLabel = "FILE", description = "Send this file.")
  private @Nullable Path body;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the answer to this file.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Requester who = requester.at(pilot);
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new CommandFailed("PATH: " + path + " (expected: /fhir/INSTITUTION/TYPE...)");
    }
    String token = who.token(pilot.institution(parts.group(1)).id(), List.of());
    Answer answer = send(who, token);
    show(answer);
    return answer.isSuccess() ? 0 : 1;
  }

  private Answer send(Requester who, String token) {
    Endpoint gateway = who.pilot().gateway(who.institution());
    String target =
        (path.startsWith("/") ? path : "/" + path)
            .replace("{patient}", who.pilot().pseudonym(who.client(), who.institution()));
    HttpRequest.Builder request =
        gateway
            .request(target)
            .header("Authorization", "Bearer " + token)
            .method(method.toUpperCase(Locale.ROOT), publisher());
    if (body != null) {
      request.header("Content-Type", contentType());
    }
    return gateway.send(request);
  }

  private HttpRequest.BodyPublisher publisher() {
    try {
      return body == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(body);
    } catch (IOException e) {
      throw new CommandFailed("--body: " + body + " (expected: a readable file)");
    }
  }

  /** A search form or a resource; what else there is, the gateway refuses. */
  private String contentType() {
    return path.contains("_search") ? "application/x-www-form-urlencoded" : "application/fhir+json";
  }

  private void show(Answer answer) {
    if (output.isSet()) {
      System.out.println(JsonOption.pretty(described(answer)));
    } else {
      // What is no JSON goes to standard output as it is, for a file or a pipe.
      PrintStream status = answer.isJson() && file == null ? System.out : System.err;
      status.println("HTTP " + answer.status() + " " + answer.contentType());
    }
    write(answer);
  }

  private static Map<String, Object> described(Answer answer) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("status", answer.status());
    all.put("contentType", answer.contentType());
    all.put("bytes", answer.body().length);
    if (answer.isJson()) {
      all.put("body", answer.json());
    }
    return all;
  }

  private void write(Answer answer) {
    try {
      if (file != null) {
        Files.write(file, answer.body());
        System.err.println(answer.body().length + " bytes written to " + file);
      } else if (!output.isSet() && answer.isJson()) {
        System.out.println(JsonOption.pretty(answer.json()));
      } else if (!output.isSet()) {
        System.out.write(answer.body());
        System.out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
