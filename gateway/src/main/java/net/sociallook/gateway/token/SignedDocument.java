package net.sociallook.gateway.token;

import java.util.Optional;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provisions;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * What the client signed: the document of {@code docs/protocol.md} section 4.
 *
 * @param onBehalf empty where she signed herself
 */
record SignedDocument(
    Grant.Version version,
    InstitutionId recipient,
    Provisions provisions,
    Optional<OnBehalf> onBehalf) {
  private static final String TYPE = "https://sociallook.net/consent/grant/v1";
  private static final int HASH_BYTES = 32;

  /**
   * @throws IllegalArgumentException if it is not a grant's document
   */
  static SignedDocument read(byte[] bytes) {
    Members all = StrictJson.object("document", bytes);
    boolean grant = all.text("type").equals(TYPE);
    all.optionalText("previous").ifPresent(SignedDocument::requireHash);
    requireHash(all.text("textHash"));
    requireHash(all.text("nonce"));
    all.text("language");
    SignedDocument document =
        new SignedDocument(
            new Grant.Version(
                new GrantId(Forms.uuid(all.text("grant")).toString()),
                Math.toIntExact(all.integer("version"))),
            new InstitutionId(Forms.institution(all.text("recipient"))),
            new Provisions(all.objects("provisions").stream().map(ProvisionReader::read).toList()),
            all.has("onBehalf")
                ? Optional.of(OnBehalf.read(all.object("onBehalf")))
                : Optional.empty());
    all.end();
    if (!grant) {
      throw new IllegalArgumentException("document.type: another (expected: " + TYPE + ")");
    }
    return document;
  }

  /** Whether the client's signature carries a token with these claims. */
  boolean carries(Claims claims) {
    return version.grant().equals(claims.version().grant())
        && version.number() <= claims.version().number()
        && recipient.equals(claims.recipient())
        && claims.provisions().lieWithin(provisions);
  }

  /** Whether who signed says of herself what the holder says of her key. */
  boolean isSignedAs(Endorsements.Endorsed key) {
    return onBehalf
        .map(behalf -> behalf.isUnder(key))
        .orElseGet(() -> key.representation().isEmpty());
  }

  private static void requireHash(String text) {
    if (Base64Url.decode(text).length != HASH_BYTES) {
      throw new IllegalArgumentException("hash or nonce: wrong length (expected: 32 bytes)");
    }
  }
}
