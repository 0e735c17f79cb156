package net.sociallook.registry.received;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;

/** The receipt of a grant as the client has it too: what its recipient has, for nobody else. */
public final class GrantReceipts {
  private final ReceivedGrants grants;
  private final Receipts receipts;

  GrantReceipts(ReceivedGrants grants, Receipts receipts) {
    this.grants = grants;
    this.receipts = receipts;
  }

  /** A new one; may be added to. Empty where the client is not linked to the recipient any more. */
  public Optional<Map<String, Object>> of(InstitutionId recipient, UUID grant) {
    return grants
        .find(recipient, grant)
        .map(receipts::of)
        .map(receipt -> {
          receipt.remove("aud");
          return receipt;
        });
  }
}
