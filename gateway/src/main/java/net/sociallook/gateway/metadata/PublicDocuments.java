package net.sociallook.gateway.metadata;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.sociallook.gateway.json.StrictJson;
import org.springframework.http.MediaType;

/** The documents that need neither certificate nor token, by their exact path. */
public final class PublicDocuments {
  private final Map<String, Document> byPath;

  /** A document, as it is sent. */
  public record Document(MediaType type, byte[] body) {}

  /**
   * @param base this gateway's FHIR base URL
   * @param issuer of consent tokens
   */
  public PublicDocuments(URI base, URI issuer) {
    Map<String, Document> documents = new HashMap<>(ContractFiles.read());
    documents.put(
        "/fhir/metadata",
        new Document(
            MediaType.valueOf("application/fhir+json"),
            StrictJson.bytes(Capabilities.statement(base, issuer))));
    documents.put(
        "/.well-known/smart-configuration",
        new Document(
            MediaType.APPLICATION_JSON, StrictJson.bytes(SmartConfiguration.document(issuer))));
    this.byPath = Map.copyOf(documents);
  }

  /**
   * @param rawPath as sent; another spelling of a path is another path
   */
  public Optional<Document> find(String rawPath) {
    return Optional.ofNullable(byPath.get(rawPath));
  }
}
