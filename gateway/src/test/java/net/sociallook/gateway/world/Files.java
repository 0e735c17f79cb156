package net.sociallook.gateway.world;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files of the simulated youth office, and the answers about them. */
public final class Files {
  public static final byte[] LETTER =
      "Sehr geehrte Damen und Herren".getBytes(StandardCharsets.UTF_8);
  public static final String VISIBLE = "akte-17-3";
  public static final String SECRET = "akte-17-4";
  public static final String FOREIGN = "akte-99-1";

  private Files() {}

  /** One document as the adapter knows it. */
  public static String document(String id, String pseudonym, String confidentiality) {
    return """
    {"resourceType":"DocumentReference","id":"%1$s",
     "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"%3$s"}]},
     "status":"current","subject":{"reference":"Patient/%2$s"},"date":"2026-10-01T08:00:00Z",
     "content":[{"attachment":{"contentType":"text/plain","url":"Binary/%1$s-1","size":29,"title":"Brief"}}]}\
    """
        .formatted(id, pseudonym, confidentiality);
  }

  /** The answer of an adapter that has these files. */
  public static AdapterStandIn.Reply answer(AdapterStandIn.Call call) {
    Map<String, String> documents =
        Map.of(
            VISIBLE, document(VISIBLE, TokenForge.AT_HOLDER, "N"),
            SECRET, document(SECRET, TokenForge.AT_HOLDER, "R"),
            FOREIGN, document(FOREIGN, "00000000000000000000000000000000", "N"));
    String path = call.target().replaceFirst("\\?.*", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/fhir/DocumentReference")) {
      return fhir(200, page(call, documents));
    }
    if (path.startsWith("/fhir/Binary/")) {
      return Replies.of(200, "text/plain", LETTER);
    }
    return documents.containsKey(last)
        ? fhir(200, documents.get(last))
        : fhir(404, "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}");
  }

  /** Two pages: the first with the visible document, the second with what must be withheld. */
  private static String page(AdapterStandIn.Call call, Map<String, String> documents) {
    boolean second = call.target().contains("_page=zwei");
    String next =
        "{\"relation\":\"next\",\"url\":\"/fhir/DocumentReference?patient=x&_page=zwei\"}";
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":3,\"link\":["
        + (second ? "" : next)
        + "],\"entry\":["
        + (second
            ? entry(documents.get(SECRET)) + "," + entry(documents.get(FOREIGN))
            : entry(documents.get(VISIBLE)) + "," + entry(documents.get(SECRET)))
        + "]}";
  }

  private static String entry(String resource) {
    return "{\"resource\":" + resource + ",\"search\":{\"mode\":\"match\"}}";
  }

  private static AdapterStandIn.Reply fhir(int status, String body) {
    return Replies.of(status, "application/fhir+json", body.getBytes(StandardCharsets.UTF_8));
  }
}
