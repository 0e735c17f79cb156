package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.sociallook.consent.ResourceId;

/** Lists the files of a DocumentReference: those whose attachment is released. */
final class AttachmentReader {
  private AttachmentReader() {}

  static List<Attachment> read(Tape tape, String documentId) {
    List<Attachment> found = new ArrayList<>();
    int contents = tape.member(0, Name.CONTENT);
    if (contents >= 0) {
      for (int i = contents + 1; i < tape.after(contents); i = tape.after(i)) {
        attachment(tape, tape.member(i, Name.ATTACHMENT), documentId).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Attachment> attachment(Tape tape, int attachment, String documentId) {
    if (attachment < 0 || tape.member(attachment, Name.DATA) >= 0) {
      return Optional.empty();
    }
    return text(tape, tape.member(attachment, Name.URL))
        .flatMap(url -> OwnBinaries.id(url, documentId))
        .map(binary ->
            new Attachment(
                new ResourceId(binary),
                text(tape, tape.member(attachment, Name.CONTENT_TYPE)),
                size(tape, tape.member(attachment, Name.SIZE))));
  }

  private static Optional<String> text(Tape tape, int value) {
    return value >= 0 && tape.isText(value) ? Optional.of(tape.text(value)) : Optional.empty();
  }

  private static OptionalLong size(Tape tape, int value) {
    return value >= 0 && Leaf.UNSIGNED.accepts(tape, value)
        ? OptionalLong.of(Long.parseLong(tape.raw(value)))
        : OptionalLong.empty();
  }
}
