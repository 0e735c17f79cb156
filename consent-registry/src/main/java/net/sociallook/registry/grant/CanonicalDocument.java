package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Provision;
import net.sociallook.registry.passkey.Bytes;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the bytes that a client signs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
@Component
class CanonicalDocument {
  private static final String GRANT = "https://sociallook.net/consent/grant/v1";
  private static final String UNBLOCK = "https://sociallook.net/consent/unblock/v1";

  private final JsonMapper json;

  CanonicalDocument(JsonMapper json) {
    this.json = json;
  }

  /** The text shown and its language, to which the document commits. */
  record Text(String text, String language) {
    private String hash() {
      return Bytes.base64url(Bytes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /**
   * @param previous canonical form of the document signed before; null for the first, and when read
   *     back
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Content(
      UUID grant,
      int version,
      byte @Nullable [] previous,
      String recipient,
      List<Provision> provisions) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record GrantForm(
      String type,
      UUID grant,
      int version,
      @Nullable String previous,
      String recipient,
      List<ProvisionForm> provisions,
      String textHash,
      String language,
      String nonce,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OnBehalf onBehalf) {}

  private record UnblockForm(
      String type, UUID block, String textHash, String language, String nonce) {}

  byte[] ofGrant(Content content, Text text) {
    return ofGrant(content, text, null);
  }

  /**
   * @param onBehalf null where the client signs herself
   */
  byte[] ofGrant(Content content, Text text, @Nullable OnBehalf onBehalf) {
    byte[] previous = content.previous();
    return canonical(
        new GrantForm(
            GRANT,
            content.grant(),
            content.version(),
            previous == null ? null : Bytes.base64url(Bytes.sha256(previous)),
            content.recipient(),
            content.provisions().stream().map(ProvisionForm::of).toList(),
            text.hash(),
            text.language(),
            nonce(),
            onBehalf));
  }

  /** In whose capacity it was signed; empty where the client did so herself. */
  Optional<OnBehalf> onBehalf(byte[] document) {
    return Optional.ofNullable(json.readValue(document, GrantForm.class).onBehalf());
  }

  /** Reads back what {@link #ofGrant} wrote. */
  Content read(byte[] document) {
    GrantForm form = json.readValue(document, GrantForm.class);
    return new Content(
        form.grant(),
        form.version(),
        null,
        form.recipient(),
        form.provisions().stream().map(ProvisionForm::toProvision).toList());
  }

  byte[] ofUnblocking(UUID block, Text text) {
    return canonical(new UnblockForm(UNBLOCK, block, text.hash(), text.language(), nonce()));
  }

  private byte[] canonical(Object form) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(form)).getEncodedUTF8();
    } catch (IOException e) {
      throw new IllegalStateException("document: not JSON (expected: JSON)", e);
    }
  }

  private static String nonce() {
    return Bytes.base64url(Bytes.random(32));
  }
}
