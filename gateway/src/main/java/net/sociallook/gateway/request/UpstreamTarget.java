package net.sociallook.gateway.request;

import net.sociallook.consent.ClientId;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/** Request targets at the holder's adapter, each rendered from the model. */
public final class UpstreamTarget {
  private static final String BASE = "/fhir/";

  private UpstreamTarget() {}

  /** A search for the client, by her pseudonym at the holder; of free time, for nobody. */
  public static String search(Query query, ClientId atHolder) {
    String rendered = query.about(atHolder).render();
    return BASE + query.type().code() + (rendered.isEmpty() ? "" : "?" + rendered);
  }

  /**
   * A further page of it.
   *
   * @param page the adapter's own token, passed back as it was given
   */
  public static String page(Query query, ClientId atHolder, String page) {
    String first = search(query, atHolder);
    return first + (first.contains("?") ? "&" : "?") + "_page=" + Parameters.encode(page);
  }

  /** One resource. A Patient is the client, by her pseudonym at the holder. */
  public static String read(FhirRequest.Read read, ClientId atHolder) {
    return BASE
        + read.type().code()
        + "/"
        + (read.type() == ResourceType.PATIENT ? atHolder.value() : read.id());
  }

  public static String document(ResourceId id) {
    return BASE + "DocumentReference/" + id;
  }

  public static String binary(BinaryId id) {
    return BASE + "Binary/" + id.value();
  }
}
