package net.sociallook.adapter.fhir;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import net.sociallook.adapter.assertion.OwnTime;
import net.sociallook.adapter.assertion.ReadingHandler;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Content;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.server.Outcome;
import net.sociallook.adapter.server.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the raw bytes of an attachment, beside HAPI, whose own Binary holds all of them in
 * memory.
 *
 * @see <a href="https://hl7.org/fhir/R4/binary.html#rest">Binary, serving raw content</a>
 */
public final class BinaryServlet extends HttpServlet {
  private static final int CHUNK = 16 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(BinaryServlet.class);

  private final transient Documents documents;
  private final transient OwnTime time;

  public BinaryServlet(Documents documents, OwnTime time) {
    this.documents = documents;
    this.time = time;
  }

  @Override
  protected void doGet(HttpServletRequest http, HttpServletResponse response) throws IOException {
    ClientRequest request = ClientRequest.of(http);
    if (!(request.target() instanceof FhirTarget.OpenAttachment(String id, int n))) {
      throw new IllegalStateException("target: not an attachment");
    }
    try {
      Optional<Document> document =
          new OwnRecords<>(documents, request.localId())
              .read(id)
              .filter(found -> n <= found.attachments().size());
      Optional<Content> content = document.flatMap(found -> documents.open(found, n));
      if (document.isEmpty() || content.isEmpty()) {
        Outcome.send(response, Refusal.NOT_FOUND);
        return;
      }
      send(document.get(), n, content.get(), response);
    } catch (UncheckedIOException e) {
      LOG.warn("existing system: does not answer ({})", e.getMessage());
      Outcome.send(response, Refusal.SYSTEM_UNAVAILABLE);
    } catch (RuntimeException e) {
      LOG.error("attachment: defect", e);
      Outcome.send(response, Refusal.DEFECT);
    }
  }

  private void send(Document document, int n, Content content, HttpServletResponse response)
      throws IOException {
    try (InputStream bytes = content.bytes()) {
      Attachment attachment = document.attachments().get(n - 1);
      response.setContentType(attachment.mediaType());
      response.setContentLengthLong(content.size());
      response.setHeader("X-Security-Context", "DocumentReference/" + document.id());
      ReadingHandler.renew(time, response);
      copy(bytes, content.size(), response.getOutputStream());
    }
  }

  // A stream that ends early must not end as a whole answer: the exception resets the connection.
  private static void copy(InputStream bytes, long size, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long sent = 0;
    for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
      sent += read;
      if (sent > size) {
        throw new IOException("attachment: longer than its size");
      }
      out.write(chunk, 0, read);
    }
    if (sent < size) {
      throw new IOException("attachment: " + sent + " bytes (expected: " + size + ")");
    }
  }
}
