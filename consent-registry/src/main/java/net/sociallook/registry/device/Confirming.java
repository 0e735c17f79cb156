package net.sociallook.registry.device;

import java.util.List;
import java.util.UUID;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.KeyDocument;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The older device's half: one of its passkeys signs that the new key is hers. */
@Component
public class Confirming {
  private final DeviceOffers offers;
  private final Signing signing;
  private final Keeping keeping;
  private final TransactionTemplate transactions;

  /** How a client signs. */
  @Component
  record Signing(Ceremonies ceremonies, PasskeyVerifier verifier) {}

  /** Where keys are kept. */
  @Component
  record Keeping(PasskeyStore passkeys, KeySteps steps) {}

  Confirming(
      DeviceOffers offers,
      Signing signing,
      Keeping keeping,
      PlatformTransactionManager transactions) {
    this.offers = offers;
    this.signing = signing;
    this.keeping = keeping;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** For a signature by one of the client's passkeys. */
  public RequestOptions options(UUID client, KeyDocument document) {
    List<byte[]> credentials =
        keeping.passkeys().of(client).stream().map(Passkey::credentialId).toList();
    return signing.ceremonies().toSign(document.challenge(), credentials);
  }

  /**
   * Makes the new key a passkey of the client. An offer takes one signature, right or wrong.
   *
   * @throws Refused with {@link Problem#ENDED} or {@link Problem#SIGNATURE_REFUSED}
   */
  void confirm(UUID client, UUID offer, JsonNode assertion) {
    DeviceOffer.Answer answer =
        offers.end(client, offer).orElseThrow(() -> new Refused(Problem.ENDED));
    Assertion signed =
        signing.verifier().verifyOf(client, assertion, answer.document().challenge());
    try {
      transactions.executeWithoutResult(status -> {
        byte[] newer = answer.passkey().credentialId();
        keeping.passkeys().requireActive(signed.credentialId());
        keeping.passkeys().add(answer.passkey());
        keeping.passkeys().describe(newer, answer.kind());
        keeping.steps().add(newer, answer.document(), signed);
        offers.activated(offer);
      });
    } catch (DuplicateKeyException e) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }
}
