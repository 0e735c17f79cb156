package net.sociallook.gateway.token;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * What an institution has signed about a client without a device: {@code docs/protocol.md} section
 * 4.
 *
 * @param patient the issuer's pseudonym of the client
 * @param documentHash base64url SHA-256 of what was witnessed
 */
record WitnessStatement(
    InstitutionId issuer, ClientId patient, String documentHash, EvidenceLevel level) {
  private static final int HASH_BYTES = 32;

  /**
   * @throws IllegalArgumentException if it is not of its form
   */
  static WitnessStatement read(byte[] payload) {
    Members claims = StrictJson.object("statement", payload);
    EvidenceLevel level = EvidenceLevel.ofCode(claims.text("level"));
    WitnessStatement statement =
        new WitnessStatement(
            new InstitutionId(Forms.institution(claims.text("iss"))),
            new ClientId(Forms.pseudonym(claims.text("patient"))),
            claims.text("document"),
            level);
    claims.integer("iat");
    Forms.uuid(claims.text("jti"));
    Forms.staff(claims.text("witness"));
    switch (level) {
      case ASSISTED -> {}
      case PAPER -> readSheet(claims);
      case PASSKEY ->
          throw new IllegalArgumentException("level: passkey (expected: assisted or paper)");
    }
    claims.end();
    return statement;
  }

  private static void readSheet(Members claims) {
    if (Base64Url.decode(claims.text("scan")).length != HASH_BYTES) {
      throw new IllegalArgumentException("scan: wrong length (expected: 32 bytes)");
    }
    try {
      LocalDate.parse(claims.text("signed_on"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("signed_on: no day (expected: like 2026-11-21)", e);
    }
  }

  /**
   * Whether the holder itself said so, of the client to whom the routing leads, and of nobody else.
   */
  boolean isOf(InstitutionId holder, Routing routing) {
    return issuer.equals(holder) && routing.holders().equals(Map.of(holder, patient));
  }
}
