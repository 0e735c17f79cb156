package net.sociallook.gateway.request;

import net.sociallook.consent.ClientId;
import net.sociallook.consent.ResourceId;

/** Request targets at the holder's adapter, each rendered from the model. */
public final class UpstreamTarget {
  private UpstreamTarget() {}

  /** A search for the client, by her pseudonym at the holder. */
  public static String search(DocumentQuery query, ClientId atHolder) {
    return "/fhir/DocumentReference?" + query.about(atHolder).render();
  }

  /**
   * A further page of it.
   *
   * @param page the adapter's own token, passed back as it was given
   */
  public static String page(DocumentQuery query, ClientId atHolder, String page) {
    return search(query, atHolder) + "&_page=" + Parameters.encode(page);
  }

  public static String document(ResourceId id) {
    return "/fhir/DocumentReference/" + id;
  }

  public static String binary(BinaryId id) {
    return "/fhir/Binary/" + id.value();
  }
}
