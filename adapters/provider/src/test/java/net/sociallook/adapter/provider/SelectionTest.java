package net.sociallook.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void pagesHoldEverythingOnceInWhateverOrderItIsOffered() {
    List<String> ids = List.of("9", "100", "20", "1", "21", "3", "1000");
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Slot> page = page(ids, after, true);
      page.items().forEach(slot -> seen.add(slot.id()));
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactly("1000", "100", "21", "20", "9", "3", "1");
  }

  @Test
  void whatIsOfferedTwiceIsThereOnce() {
    Page<Slot> page = page(List.of("1", "2", "1", "2"), Optional.empty(), false);

    assertThat(page.items()).extracting(Slot::id).containsExactly("1", "2");
    assertThat(page.next()).isEmpty();
  }

  @Test
  void whatCameAndWentDoesNotDisturbTheRest() {
    Page<Slot> first = page(List.of("1", "2", "3", "4"), Optional.empty(), true);
    Page<Slot> second = page(List.of("5", "3", "2", "1"), first.next(), true);

    assertThat(first.items()).extracting(Slot::id).containsExactly("4", "3");
    assertThat(second.items()).extracting(Slot::id).containsExactly("2", "1");
    assertThat(second.next()).isEmpty();
  }

  private static Page<Slot> page(List<String> ids, Optional<String> after, boolean newestFirst) {
    Selection<Slot> selection = new Selection<>(new PageRequest(2, after), newestFirst);
    for (String id : ids) {
      Instant time = Instant.EPOCH;
      selection.offer(new Slot(id, "1", SlotStatus.FREE, time, time, time, Labels.NORMAL));
    }
    return selection.page();
  }
}
