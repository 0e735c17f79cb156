package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.sociallook.consent.ResourceId;

/** Lists the files of a DocumentReference: those whose attachment is released. */
final class AttachmentReader {
  private static final Name CONTENT = new Name("content");
  private static final Name ATTACHMENT = new Name("attachment");
  private static final Name DATA = new Name("data");
  private static final Name URL = new Name("url");
  private static final Name CONTENT_TYPE = new Name("contentType");
  private static final Name SIZE = new Name("size");

  private AttachmentReader() {}

  static List<Attachment> read(Tape tape, String documentId) {
    List<Attachment> found = new ArrayList<>();
    int contents = tape.member(0, CONTENT);
    if (contents >= 0) {
      for (int i = contents + 1; i < tape.after(contents); i = tape.after(i)) {
        attachment(tape, tape.member(i, ATTACHMENT), documentId).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Attachment> attachment(Tape tape, int attachment, String documentId) {
    if (attachment < 0 || tape.member(attachment, DATA) >= 0) {
      return Optional.empty();
    }
    return text(tape, tape.member(attachment, URL))
        .flatMap(url -> OwnBinaries.id(url, documentId))
        .map(binary ->
            new Attachment(
                new ResourceId(binary),
                text(tape, tape.member(attachment, CONTENT_TYPE)),
                size(tape, tape.member(attachment, SIZE))));
  }

  private static Optional<String> text(Tape tape, int value) {
    return value >= 0 && tape.isText(value) ? Optional.of(tape.text(value)) : Optional.empty();
  }

  private static OptionalLong size(Tape tape, int value) {
    return value >= 0 && Leaf.INTEGER.accepts(tape, value)
        ? OptionalLong.of(Long.parseLong(tape.raw(value)))
        : OptionalLong.empty();
  }
}
