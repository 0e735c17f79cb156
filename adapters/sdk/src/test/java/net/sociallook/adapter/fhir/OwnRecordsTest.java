package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Records;
import org.junit.jupiter.api.Test;

/** Whatever an integrator's code answers, nobody sees another client's records. */
class OwnRecordsTest {
  private static final PageRequest TWO = new PageRequest(2, Optional.empty());

  @Test
  void ownRecordsPass() {
    OwnRecords<Note, String> own = own(new Note("n-1", "4711"), new Note("n-2", "4711"));

    assertThat(own.search("", TWO).items()).hasSize(2);
    assertThat(own.read("n-1")).hasValue(new Note("n-1", "4711"));
  }

  @Test
  void recordOfAnotherClientIsNotThere() {
    assertThat(own(new Note("n-1", "4712")).read("n-1")).isEmpty();
  }

  @Test
  void searchThatMixesClientsAnswersNothing() {
    OwnRecords<Note, String> own = own(new Note("n-1", "4711"), new Note("n-2", "4712"));

    assertThatThrownBy(() -> own.search("", TWO)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oddIdsAndLongPagesAnswerNothing() {
    OwnRecords<Note, String> odd = own(new Note("n/1", "4711"));
    OwnRecords<Note, String> many =
        own(Collections.nCopies(3, new Note("n-1", "4711")).toArray(Note[]::new));

    assertThatThrownBy(() -> odd.search("", TWO)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> many.search("", TWO)).isInstanceOf(IllegalStateException.class);
  }

  private static OwnRecords<Note, String> own(Note... notes) {
    return new OwnRecords<>(new Notes(List.of(notes)), "4711");
  }

  private record Note(String id, String client) implements ClientRecord {
    @Override
    public Instant lastUpdated() {
      return Instant.EPOCH;
    }

    @Override
    public Labels labels() {
      return Labels.NORMAL;
    }
  }

  /** Answers what it has, whatever was asked. */
  private record Notes(List<Note> notes) implements Records<Note, String> {
    @Override
    public Page<Note> search(String client, String query, PageRequest page) {
      return new Page<>(notes, Optional.empty());
    }

    @Override
    public Optional<Note> read(String id) {
      return notes.stream().findFirst();
    }

    @Override
    public boolean isReachable() {
      return true;
    }
  }
}
