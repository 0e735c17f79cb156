package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A withdrawal in the middle of the reading must not be seen by one half of it only. */
class ConsentSnapshotIT {
  private static final InstitutionId JOBCENTER = new InstitutionId("jobcenter-nordhausen");
  private final RunningRegistry registry = RunningRegistry.shared();
  private final WithdrawalSequence sequence = registry.bean(WithdrawalSequence.class);
  private long seenLast = -1;

  @Test
  void allReadsSeeTheSameMoment() {
    ConsentSnapshot.Reader reader =
        TokenConfiguration.snapshots(transactions(), sourcesWithAWithdrawalInTheMiddle());

    ConsentSnapshot snapshot = reader.read(JOBCENTER, asked()).orElseThrow();

    assertThat(seenLast).isEqualTo(snapshot.readAt());
    assertThat(sequence.current()).isGreaterThan(snapshot.readAt());
  }

  /** The same reading without its isolation sees the withdrawal in its second half. */
  @Test
  void weakerIsolationIsCaught() {
    TransactionTemplate weaker = new TransactionTemplate(transactions());
    ConsentSnapshot.Reader mutant =
        new ConsentSnapshot.Reader(weaker, sourcesWithAWithdrawalInTheMiddle());

    ConsentSnapshot snapshot = mutant.read(JOBCENTER, asked()).orElseThrow();

    assertThat(seenLast).isGreaterThan(snapshot.readAt());
  }

  private ConsentSources sourcesWithAWithdrawalInTheMiddle() {
    Pseudonyms pseudonyms =
        new Pseudonyms() {
          @Override
          public Optional<UUID> clientOf(InstitutionId institution, String pseudonym) {
            withdrawSomething();
            return Optional.of(UUID.randomUUID());
          }

          @Override
          public Optional<String> of(UUID client, InstitutionId institution) {
            return Optional.empty();
          }
        };
    return new ConsentSources(
        pseudonyms,
        new NoGrants(),
        client -> {
          seenLast = sequence.current();
          return List.of();
        },
        sequence);
  }

  private void withdrawSomething() {
    TransactionTemplate own = new TransactionTemplate(transactions());
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.executeWithoutResult(
        status -> sequence.append(List.of(new WithdrawalEntry.TokenRevoked(UUID.randomUUID()))));
  }

  private PlatformTransactionManager transactions() {
    return registry.bean(PlatformTransactionManager.class);
  }

  private static AccessDetails asked() {
    return new AccessDetails(
        Consented.newPseudonym(),
        new InstitutionId("youth-office-nordhausen"),
        Set.of(),
        "COC",
        new CaseworkerId("jc-001"),
        Optional.empty());
  }

  /** Nobody has granted anything. */
  private static final class NoGrants implements GrantReader {
    @Override
    public Optional<Grant> grantFor(UUID client, InstitutionId recipient) {
      return Optional.empty();
    }

    @Override
    public Optional<CurrentGrant> currentFor(
        UUID client, InstitutionId recipient, InstitutionId holder) {
      return Optional.empty();
    }
  }
}
