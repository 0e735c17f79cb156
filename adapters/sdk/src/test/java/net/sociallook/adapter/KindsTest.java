package net.sociallook.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.Contacts;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Source;
import net.sociallook.adapter.search.ResourceKind;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final Contacts CONTACTS = new NoContacts(true);

  @Test
  void surfaceIsWhatIsImplemented() {
    Kinds kinds = Kinds.of(List.of(CONTACTS));

    assertThat(kinds.surface(ZoneOffset.UTC).kinds()).containsExactly(ResourceKind.PATIENT);
    assertThat(kinds.documents()).isEmpty();
  }

  @Test
  void oneKindThatCannotBeReachedIsEnoughToBeDown() {
    assertThat(Kinds.of(List.of(CONTACTS)).areReachable()).isTrue();
    assertThat(Kinds.of(List.of(new NoContacts(false))).areReachable()).isFalse();
  }

  @Test
  void noKindOrTheSameTwiceOrAnUnknownOneIsRefused() {
    assertThatThrownBy(() -> Kinds.of(List.of())).hasMessageContaining("none");
    assertThatThrownBy(() -> Kinds.of(List.of(CONTACTS, CONTACTS)))
        .hasMessageContaining("Patient given twice");
    assertThatThrownBy(() -> Kinds.of(List.of(new Other()))).hasMessageContaining("Other");
  }

  private record NoContacts(boolean isReachable) implements Contacts {
    @Override
    public Optional<Contact> read(String id) {
      return Optional.empty();
    }
  }

  private record Other() implements Source<Item> {
    @Override
    public Optional<Item> read(String id) {
      return Optional.empty();
    }

    @Override
    public boolean isReachable() {
      return true;
    }
  }
}
