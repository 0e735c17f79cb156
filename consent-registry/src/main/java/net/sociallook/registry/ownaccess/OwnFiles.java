package net.sociallook.registry.ownaccess;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.BrokenOff;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A file of a client's own, passed through as it comes. It is foreign content on the page's origin:
 * it is saved and never shown, and could run nothing if it were.
 */
@Component
public class OwnFiles {
  private static final Pattern INSTITUTION = Pattern.compile("[a-z0-9-]{3,64}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9.-]{1,60}-[1-9][0-9]{0,2}");
  private static final String UNKNOWN = "application/octet-stream";

  private final OwnAccess access;

  OwnFiles(OwnAccess access) {
    this.access = access;
  }

  /**
   * Answers with the file.
   *
   * @param file {@code {document}-{n}}
   * @throws Refused with {@code holder-silent}, {@code not-found} or {@code sign-in-needed}
   * @throws BrokenOff if it ends too early
   */
  public void send(SignedIn signedIn, String institution, String file, HttpServletResponse response)
      throws InterruptedException {
    if (!INSTITUTION.matcher(institution).matches() || !FILE.matcher(file).matches()) {
      throw new Refused(Problem.NOT_FOUND);
    }
    switch (access.data().file(signedIn, new InstitutionId(institution), file)) {
      case Outcome.Answered<HttpResponse<InputStream>>(HttpResponse<InputStream> answer) ->
          pass(answer, file, response);
      case Outcome.HolderSilent<HttpResponse<InputStream>> silent ->
          throw new Refused(Problem.HOLDER_SILENT);
      case Outcome.NotKept<HttpResponse<InputStream>> none -> throw new Refused(Problem.NOT_FOUND);
      case Outcome.Refused<HttpResponse<InputStream>> refused ->
          throw new Refused(Problem.NOT_FOUND);
    }
  }

  /**
   * Passes a file on, to be saved and not to be shown.
   *
   * @throws BrokenOff if it ends too early
   */
  public static void pass(
      HttpResponse<InputStream> answer, String file, HttpServletResponse response) {
    response.setContentType(answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse(UNKNOWN));
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    try (InputStream body = answer.body()) {
      body.transferTo(response.getOutputStream());
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }
}
