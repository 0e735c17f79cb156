package net.sociallook.registry.received;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.token.TokenSigner;
import net.sociallook.registry.token.key.SigningKeys;
import org.springframework.stereotype.Component;

/** The signed receipts of the grants that an institution was given. */
@Component
public class SignedReceipts {
  private final ReceivedGrants grants;
  private final Receipts receipts;
  private final TokenSigner signer;

  SignedReceipts(ReceivedGrants grants, Receipts receipts, SigningKeys keys) {
    this.grants = grants;
    this.receipts = receipts;
    this.signer = new TokenSigner(keys);
  }

  /** A compact JWS; empty where the institution was not given this grant. */
  public Optional<String> of(InstitutionId institution, UUID grant) {
    return grants.find(institution, grant).map(receipts::of).map(signer::signReceipt);
  }
}
