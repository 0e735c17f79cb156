package net.sociallook.adapter.link;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import net.sociallook.adapter.server.Caller;
import net.sociallook.adapter.server.Outcome;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code PUT} and {@code DELETE /links/{pseudonym}}: the institution's own system, known by its
 * certificate, tells whom a pseudonym means.
 */
public final class LinksServlet extends HttpServlet {
  private static final int MOST_BYTES = 1024;
  private static final Logger LOG = LoggerFactory.getLogger(LinksServlet.class);

  private final transient PseudonymStore store;
  private final String institution;

  public LinksServlet(PseudonymStore store, String institution) {
    this.store = store;
    this.institution = institution;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      change(request);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (RefusedException e) {
      if (e.refusal() == Refusal.METHOD_NOT_ALLOWED) {
        response.setHeader("Allow", "PUT, DELETE");
      }
      // The body may be unread; what is left of it must not be taken for the next request.
      response.setHeader("Connection", "close");
      Outcome.send(response, e.refusal());
    } catch (UncheckedIOException e) {
      LOG.error("links: not durable", e);
      Outcome.send(response, Refusal.SYSTEM_UNAVAILABLE);
    }
  }

  private void change(HttpServletRequest request) throws IOException {
    boolean own =
        Caller.of(request) instanceof Caller.Institution(String id) && id.equals(institution);
    refuseUnless(own, Refusal.CERTIFICATE_NOT_ALLOWED);
    Pseudonym pseudonym =
        pseudonym(request).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_PATH));
    refuseUnless(request.getQueryString() == null, Refusal.PARAMETER_UNKNOWN);
    switch (request.getMethod()) {
      case "PUT" -> link(pseudonym, request);
      case "DELETE" -> refuseUnless(store.unlink(pseudonym), Refusal.NOT_FOUND);
      default -> throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
    }
  }

  private void link(Pseudonym pseudonym, HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    refuseUnless(
        type.matches("(?i)application/json(;\\s*charset=utf-8)?"), Refusal.LINK_MEDIA_TYPE);
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    refuseUnless(body.length <= MOST_BYTES, Refusal.BODY_TOO_LARGE);
    String localId =
        LinkLine.parseBody(body).orElseThrow(() -> new RefusedException(Refusal.LINK_BODY));
    refuseUnless(store.link(pseudonym, localId) != PseudonymStore.Linked.TAKEN, Refusal.LINK_TAKEN);
  }

  private static Optional<Pseudonym> pseudonym(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/links/")
        ? Pseudonym.parse(path.substring("/links/".length()))
        : Optional.empty();
  }

  private static void refuseUnless(boolean fine, Refusal refusal) {
    if (!fine) {
      throw new RefusedException(refusal);
    }
  }
}
