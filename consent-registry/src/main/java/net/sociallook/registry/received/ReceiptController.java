package net.sociallook.registry.received;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.token.TokenSigner;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Receipts for grants, for their recipient: signed, unless it asks for JSON alone. */
@RestController
class ReceiptController {
  private static final MediaType SIGNED = MediaType.valueOf("application/consent-receipt+jwt");

  private final ReceivedGrants grants;
  private final Receipts receipts;
  private final TokenSigner signer;

  ReceiptController(ReceivedGrants grants, Receipts receipts, SigningKeys keys) {
    this.grants = grants;
    this.receipts = receipts;
    this.signer = new TokenSigner(keys);
  }

  @GetMapping("/consents/{id}/receipt")
  ResponseEntity<Object> receipt(
      Caller.Institution caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    MediaType form = preferred(Optional.ofNullable(accept).orElse("*/*"));
    Map<String, Object> receipt =
        grants
            .find(caller.id(), id)
            .map(receipts::of)
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(form)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .body(form.equals(SIGNED) ? signer.signReceipt(receipt) : receipt);
  }

  private static MediaType preferred(String accept) {
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(accept);
      if (accepted.stream().anyMatch(range -> range.includes(SIGNED))) {
        return SIGNED;
      }
      if (accepted.stream().anyMatch(range -> range.includes(MediaType.APPLICATION_JSON))) {
        return MediaType.APPLICATION_JSON;
      }
    } catch (InvalidMediaTypeException e) {
      // as one that is not offered
    }
    throw new Refused(Problem.NOT_ACCEPTABLE);
  }
}
