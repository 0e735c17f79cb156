package net.sociallook.adapter.provider;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.adapter.document.Content;
import net.sociallook.adapter.record.Labels;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;

/** The files of documents: inside the document, or as a Binary of the same server. */
record Attachments(FhirSystem system) {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,80}");
  private static final int SHA1_BYTES = 20;

  /** The SDK leaves out a size that FHIR cannot say. */
  private static final long UNKNOWN_SIZE = Long.MAX_VALUE;

  net.sociallook.adapter.document.Attachment describe(Attachment file, String title) {
    return new net.sociallook.adapter.document.Attachment(
        mediaType(file),
        file.hasTitle() ? file.getTitle() : title,
        size(file),
        Optional.ofNullable(file.getHash())
            .filter(digest -> digest.length == SHA1_BYTES)
            .map(HexFormat.of()::formatHex));
  }

  /**
   * The bytes.
   *
   * @param allowed the labels by which the document is decided
   * @return empty where they are on another server, or more confidential than the document
   */
  Optional<Content> open(Attachment file, Labels allowed) {
    if (file.hasData()) {
      return Optional.of(content(file.getData()));
    }
    return Pointer.of(file.getUrl(), system.base())
        .flatMap(pointer -> pointer.idOf("Binary"))
        .flatMap(id ->
            system.get(
                URI.create(system.base() + "/Binary/" + id),
                answer ->
                    answer
                        .map(this::binary)
                        .filter(it -> isWithin(it, allowed))
                        .map(Attachments::content)));
  }

  private Binary binary(org.hl7.fhir.r4.model.Resource answer) {
    if (answer instanceof Binary binary) {
      return binary;
    }
    throw new SystemFailure("Binary: another type");
  }

  private static boolean isWithin(Binary binary, Labels allowed) {
    if (binary.hasImplicitRules()) {
      return false;
    }
    if (!binary.getMeta().hasSecurity()) {
      return true;
    }
    Labels own = Protection.labels(binary);
    return own.confidentiality().compareTo(allowed.confidentiality()) <= 0
        && allowed.sensitivities().containsAll(own.sensitivities());
  }

  private static String mediaType(Attachment file) {
    return Optional.ofNullable(file.getContentType())
        .filter(type -> MEDIA_TYPE.matcher(type).matches())
        .orElse("application/octet-stream");
  }

  private static long size(Attachment file) {
    if (file.hasData()) {
      return file.getData().length;
    }
    return file.hasSize() && file.getSize() >= 0 ? file.getSize() : UNKNOWN_SIZE;
  }

  private static Content content(Binary binary) {
    return content(SystemFailure.unlessGiven(binary.getData(), "Binary.data"));
  }

  private static Content content(byte[] bytes) {
    return new Content(new ByteArrayInputStream(bytes), bytes.length);
  }
}
