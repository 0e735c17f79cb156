package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.device.SecondDevice;
import org.junit.jupiter.api.Test;

/**
 * A passkey is removed while something that it signed is being stored. One of the two is first: no
 * grant, no unblocking and no session is made with a key that was removed before.
 */
class RemovedKeyRaceIT {
  private static final RunningRegistry REGISTRY = Pages.registry();

  private final Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
  private final RemovedKey key = new RemovedKey(REGISTRY, phone);

  @Test
  void removalThatIsFirstLeavesNoGrant() {
    Map<String, Object> signed = signedProposal();

    Answer answer = key.whileItIsRemoved(() -> phone.post("/api/grants", signed));

    answer.isProblem(403, "signature-refused");
    assertThat(key.grants()).isZero();
  }

  @Test
  void removalThatIsFirstLeavesTheBlock() {
    Answer set = phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
    String path = "/api/blocks/" + set.text("block");
    Answer proposal = phone.post(path + "/unblock-proposal", Map.of("language", "de")).is(201);
    Map<String, Object> signed = phone.signed(proposal);

    Answer answer = key.whileItIsRemoved(() -> phone.post(path + "/removal", signed));

    answer.isProblem(403, "signature-refused");
    assertThat(
            key.count(
                "select count(*) from registry.block where client = :client"
                    + " and removed_at is null"))
        .isOne();
  }

  @Test
  void removalThatIsFirstLeavesNoSession() {
    Answer options = phone.post("/api/session/options", Map.of()).is(200);
    Map<String, Object> signed = Phone.signInWith(phone.passkey(), options);

    Answer answer = key.whileItIsRemoved(() -> phone.post("/api/session", signed));

    answer.isProblem(403, "signature-refused");
    assertThat(
            key.count(
                "select count(*) from registry.session where client = :client"
                    + " and document is not null"))
        .isZero();
  }

  /** The grant is there, with its signature, and the removal comes after it. */
  @Test
  void grantThatIsFirstStandsAndTheDeviceIsRemovedAfterIt() {
    SecondDevice devices = SecondDevice.of(phone, REGISTRY).joined();
    Map<String, Object> signed = signedProposal();
    UUID client = key.client();
    CompletableFuture<Answer> grant = new CompletableFuture<>();
    CompletableFuture<Visitor.Seen> removal = new CompletableFuture<>();
    key.transaction()
        .executeWithoutResult(open -> {
          REGISTRY.bean(GrantStore.class).lockClient(client);
          grant.completeAsync(() -> phone.post("/api/grants", signed));
          key.awaitWaiting("advisory");
          removal.completeAsync(() ->
              new Visitor(REGISTRY, devices.second())
                  .send("/devices/" + SecondDevice.id(phone.passkey()) + "/removal"));
          key.awaitWaiting("transactionid");
        });

    assertThat(grant.join().is(201).text("state")).isEqualTo("active");
    assertThat(removal.join().status()).isEqualTo(303);
    assertThat(key.grants()).isOne();
    phone.signIn().isProblem(403, "signature-refused");
  }

  private Map<String, Object> signedProposal() {
    return phone.signed(
        phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).is(201));
  }
}
