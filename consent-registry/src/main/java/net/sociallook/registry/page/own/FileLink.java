package net.sociallook.registry.page.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import tools.jackson.databind.JsonNode;

/**
 * A file that can be saved.
 *
 * @param address on this page
 * @param title may be empty
 * @param about its kind and size, as far as they are known: {@code PDF, 120 KB}
 */
public record FileLink(String address, String title, String about) {
  private static final Pattern BINARY =
      Pattern.compile("Binary/([A-Za-z0-9.-]{1,60}-[1-9][0-9]{0,2})");
  private static final Map<String, String> KINDS =
      Map.of(
          "application/pdf", "PDF",
          "image/jpeg", "JPEG",
          "image/png", "PNG",
          "image/tiff", "TIFF",
          "text/plain", "TXT");
  private static final long KILOBYTE = 1024;

  /** {@code {document}-{n}}. */
  public String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Of a DocumentReference. What lies elsewhere than at this holder is left out. */
  static List<FileLink> of(JsonNode document, InstitutionId holder) {
    List<FileLink> links = new ArrayList<>();
    for (JsonNode content : document.path("content")) {
      JsonNode attachment = content.path("attachment");
      Matcher binary = BINARY.matcher(attachment.path("url").asString(""));
      if (binary.matches()) {
        links.add(
            new FileLink(
                "/own/documents/" + holder.value() + "/files/" + binary.group(1),
                attachment.path("title").asString(""),
                about(attachment)));
      }
    }
    return links;
  }

  private static String about(JsonNode attachment) {
    String kind = KINDS.getOrDefault(attachment.path("contentType").asString(""), "");
    long bytes = attachment.path("size").asLong(0);
    String size = bytes <= 0 ? "" : sized(bytes);
    return kind + (kind.isEmpty() || size.isEmpty() ? "" : ", ") + size;
  }

  /** In whole units, rounded up: nothing has 0 KB. */
  private static String sized(long bytes) {
    long kilobytes = (bytes + KILOBYTE - 1) / KILOBYTE;
    return kilobytes < KILOBYTE ? kilobytes + " KB" : (kilobytes + KILOBYTE - 1) / KILOBYTE + " MB";
  }
}
