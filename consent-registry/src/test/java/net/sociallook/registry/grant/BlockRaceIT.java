package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A grant that is signed while a block is being set waits for the block: else it could be read
 * without the block, and the block would not raise it.
 */
class BlockRaceIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void grantWaitsForABlockThatIsBeingSet() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, Object> signed = signedProposal(phone);
    CompletableFuture<Answer> grant = whileBlockIsOpen(phone, true, signed);
    assertThat(grant.join().status()).isEqualTo(201);
  }

  /** The negative control: a block that takes no lock is overtaken. */
  @Test
  void blockWithoutTheLockIsOvertaken() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, Object> signed = signedProposal(phone);
    CompletableFuture<Answer> grant = whileBlockIsOpen(phone, false, signed);
    assertThat(grant.join().status()).isEqualTo(201);
  }

  /** Sets a block as far as the commit, signs meanwhile, and checks who waits for whom. */
  private static CompletableFuture<Answer> whileBlockIsOpen(
      Phone phone, boolean locks, Map<String, Object> signed) {
    SignedIn client = new SignedIn(clientOf(phone), UUID.randomUUID(), Instant.MAX, Reach.OWN);
    return new TransactionTemplate(REGISTRY.bean(PlatformTransactionManager.class))
        .execute(open -> {
          BlockForm everything = new BlockForm("everything", null, null, null, null, null);
          (locks ? REGISTRY.bean(BlockChanges.class) : mutant()).set(client, everything);
          CompletableFuture<Answer> grant =
              CompletableFuture.supplyAsync(() -> phone.post("/api/grants", signed));
          if (locks) {
            await().atMost(Duration.ofSeconds(20)).until(BlockRaceIT::somebodyWaits);
            assertThat(grant).isNotDone();
          } else {
            assertThat(grant).succeedsWithin(Duration.ofSeconds(20));
          }
          return grant;
        });
  }

  private static BlockChanges mutant() {
    GrantStore grants = REGISTRY.bean(GrantStore.class);
    GrantStore withoutLock =
        (GrantStore)
            Proxy.newProxyInstance(
                GrantStore.class.getClassLoader(),
                new Class<?>[] {GrantStore.class},
                (proxy, method, arguments) ->
                    method.getName().equals("lockClient")
                        ? null
                        : method.invoke(grants, arguments));
    return new BlockChanges(
        withoutLock,
        REGISTRY.bean(BlockStore.class),
        REGISTRY.bean(BlockChanges.Raising.class),
        REGISTRY.bean(BlockReach.class));
  }

  private static boolean somebodyWaits() {
    return REGISTRY
        .asOwner()
        .sql(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted"
                + " and database = (select oid from pg_database where datname = current_database()))")
        .query(Boolean.class)
        .single();
  }

  private static Map<String, Object> signedProposal(Phone phone) {
    return phone.signed(
        phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).is(201));
  }

  private static UUID clientOf(Phone phone) {
    return REGISTRY
        .asOwner()
        .sql("select client from registry.passkey where credential_id = :id")
        .param("id", java.util.Base64.getUrlDecoder().decode(phone.passkey().credentialId()))
        .query(UUID.class)
        .single();
  }
}
