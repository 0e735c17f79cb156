package net.sociallook.adapter.jobcenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Content;

/**
 * The files of documents. One asks for a ticket, which names the size, and fetches the file with it
 * once.
 */
final class StoredFile {
  private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9]{16,64}");
  private static final Pattern DIGEST = Pattern.compile("SHA1:[0-9A-F]{40}");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "PDF", "application/pdf",
          "TXT", "text/plain",
          "JPG", "image/jpeg",
          "PNG", "image/png");

  private StoredFile() {}

  static List<Attachment> attachments(Row document) throws IncompleteException {
    List<Attachment> attachments = new ArrayList<>();
    for (Row file : document.rows("dateien")) {
      attachments.add(
          new Attachment(
              MEDIA_TYPES.getOrDefault(file.text("typ"), "application/octet-stream"),
              file.text("name"),
              file.number("groesse"),
              file.maybe("pruefsumme")
                  .filter(text -> DIGEST.matcher(text).matches())
                  .map(text -> text.substring("SHA1:".length()).toLowerCase(Locale.ROOT))));
    }
    return attachments;
  }

  /** Empty where the case system does not have the file any more. */
  static Optional<Content> fetch(Fallwerk system, String document, Row file) {
    try {
      String target = "dokumente/" + document + "/dateien/" + file.number("dateinr") + "/schein";
      return switch (system.ask(target)) {
        case Answer.Found found ->
            Optional.of(download(system, new Row(found.data(), file.zone())));
        case Answer.Missing missing -> Optional.empty();
        case Answer.MarkExpired expired -> throw Row.wrong("fehlercode");
      };
    } catch (IncompleteException e) {
      throw Row.wrong("schein");
    }
  }

  private static Content download(Fallwerk system, Row ticket) throws IncompleteException {
    String name = ticket.text("schein");
    if (!TICKET.matcher(name).matches()) {
      throw Row.wrong("schein");
    }
    return system.download("abholung/" + name, ticket.number("groesse"));
  }
}
