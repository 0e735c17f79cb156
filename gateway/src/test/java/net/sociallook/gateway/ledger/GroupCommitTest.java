package net.sociallook.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final List<List<UUID>> groups = new ArrayList<>();
  private final List<CompletableFuture<Set<UUID>>> answers = new ArrayList<>();
  private final GroupCommit<UUID> commit = new GroupCommit<>(id -> id, this::write);

  @Test
  void aLoneRecordIsWrittenAtOnce() {
    UUID id = UUID.randomUUID();

    CompletableFuture<Void> written = commit.add(id).toFuture();

    assertThat(groups).containsExactly(List.of(id));
    assertThat(written).isNotDone();
    answers.getFirst().complete(Set.of(id));
    assertThat(written).isCompleted();
  }

  @Test
  void whatComesMeanwhileIsWrittenTogether() {
    List<CompletableFuture<Void>> written = addMany(10);
    assertThat(groups).hasSize(4).allMatch(group -> group.size() == 1);

    answers.getFirst().complete(Set.copyOf(groups.getFirst()));

    assertThat(groups).hasSize(5);
    assertThat(groups.getLast()).hasSize(6);
    answers.getLast().complete(Set.copyOf(groups.getLast()));
    assertThat(written.subList(4, 10)).allMatch(CompletableFuture::isDone);
  }

  @Test
  void onlyWhatTheLedgerNamesIsRecorded() {
    List<CompletableFuture<Void>> written = addMany(6);
    answers.getFirst().complete(Set.copyOf(groups.getFirst()));
    UUID named = groups.getLast().getFirst();

    answers.getLast().complete(Set.of(named));

    assertThat(written.get(4)).isCompleted();
    assertThat(written.get(5)).isCompletedExceptionally();
  }

  @Test
  void aFailureFailsItsGroupAloneAndIsNotWrittenAgain() {
    List<CompletableFuture<Void>> written = addMany(2);

    answers.getFirst().completeExceptionally(new IllegalStateException("lost"));

    assertThat(written.get(0)).isCompletedExceptionally();
    assertThat(written.get(1)).isNotDone();
    assertThat(new HashSet<>(groups)).hasSameSizeAs(groups).hasSize(2);
  }

  @Test
  void aWriterThatThrowsFailsTheRecordAndFreesItsPlace() {
    GroupCommit<UUID> broken =
        new GroupCommit<>(
            id -> id,
            records -> {
              throw new IllegalStateException("lost");
            });

    for (int i = 0; i < 10; i++) {
      CompletableFuture<Void> written = broken.add(UUID.randomUUID()).toFuture();
      assertThatThrownBy(written::join).hasCauseInstanceOf(NotRecorded.class);
    }
  }

  @Test
  void aGroupThatIsRefusedForOneIsWrittenOneByOne() {
    List<CompletableFuture<Void>> written = addMany(6);
    answers.getFirst().complete(Set.copyOf(groups.getFirst()));

    answers.get(4).completeExceptionally(NotRecorded.refused("ledger answer: 400"));

    assertThat(groups.subList(5, 7)).allMatch(group -> group.size() == 1);
    answers.get(5).completeExceptionally(NotRecorded.refused("ledger answer: 400"));
    answers.get(6).complete(Set.copyOf(groups.get(6)));
    assertThat(written.get(4)).isCompletedExceptionally();
    assertThat(written.get(5)).isCompleted();
  }

  @Test
  void whoGaveUpWaitingIsNotWritten() {
    List<CompletableFuture<Void>> written = addMany(6);
    written.get(4).cancel(true);

    answers.getFirst().complete(Set.copyOf(groups.getFirst()));

    assertThat(groups.getLast()).hasSize(1);
  }

  @Test
  void aFullQueueRefuses() {
    List<CompletableFuture<Void>> written = addMany(4 + 4096);

    CompletableFuture<Void> oneTooMany = commit.add(UUID.randomUUID()).toFuture();

    assertThat(written).noneMatch(CompletableFuture::isDone);
    assertThat(oneTooMany).isCompletedExceptionally();
  }

  private List<CompletableFuture<Void>> addMany(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> commit.add(UUID.randomUUID()).toFuture())
        .toList();
  }

  private CompletionStage<Set<UUID>> write(List<UUID> group) {
    CompletableFuture<Set<UUID>> answer = new CompletableFuture<>();
    groups.add(group);
    answers.add(answer);
    return answer;
  }
}
