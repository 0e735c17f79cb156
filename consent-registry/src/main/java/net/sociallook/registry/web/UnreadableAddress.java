package net.sociallook.registry.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import net.sociallook.registry.fhir.Fhir;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Answers what the server refuses before it is a request to anybody here, as an address with an
 * encoded slash: a sentence for a person, a problem for a program. The server's own page would name
 * no way on, and bring a style of its own.
 *
 * <p>The server makes it by its name.
 */
public final class UnreadableAddress extends ErrorReportValve {
  private static final String SENTENCES =
      """
      <!doctype html>
      <html lang="de">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Diese Adresse gibt es hier nicht – SOCIALLOOK</title></head>
      <body>
      <h1>Diese Adresse gibt es hier nicht</h1>
      <p>Vielleicht fehlt ein Stück, oder es ist eines zu viel.</p>
      <p lang="en">There is no such address here.</p>
      <p><a href="/">SOCIALLOOK</a></p>
      </body>
      </html>
      """;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
    if (answered || !response.setErrorReported()) {
      return;
    }
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(page ? "text/html;charset=utf-8" : "application/problem+json");
    try (PrintWriter reporter = response.getReporter()) {
      if (reporter != null) {
        reporter.write(page ? SENTENCES : problem(response.getStatus()));
        response.finishResponse();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String problem(int status) {
    ProblemDetail known = Problem.MALFORMED.body();
    return Fhir.object()
        .put("type", String.valueOf(known.getType()))
        .put("title", known.getTitle())
        .put("status", status)
        .toString();
  }
}
