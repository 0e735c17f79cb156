package net.sociallook.gateway.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import net.sociallook.gateway.metadata.PublicDocuments.Document;
import org.springframework.http.MediaType;

/** This gateway's contract as it was built with it, and the page made from it. */
final class ContractFiles {
  private ContractFiles() {}

  /** By path. */
  static Map<String, Document> read() {
    return Map.of(
        "/openapi/gateway.yaml", file("gateway.yaml", "application/yaml"),
        "/openapi/gateway.html", file("gateway.html", "text/html;charset=utf-8"),
        "/openapi/page.css", file("page.css", "text/css;charset=utf-8"));
  }

  private static Document file(String name, String type) {
    try (InputStream in = ContractFiles.class.getResourceAsStream("/openapi/" + name)) {
      if (in == null) {
        throw new IllegalStateException("openapi/" + name + ": missing (expected: built in)");
      }
      return new Document(MediaType.valueOf(type), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
