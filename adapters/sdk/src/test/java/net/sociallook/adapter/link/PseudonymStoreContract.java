package net.sociallook.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every store of links must do. */
interface PseudonymStoreContract {
  Pseudonym A = new Pseudonym("a".repeat(32));
  Pseudonym B = new Pseudonym("b".repeat(32));

  /** Opens the store; what was answered before is still so. */
  PseudonymStore open();

  @Test
  default void linkHoldsAcrossRestarts() {
    try (PseudonymStore store = open()) {
      assertThat(store.localId(A)).isEmpty();
      assertThat(store.link(A, "4711")).isEqualTo(PseudonymStore.Linked.ADDED);
      assertThat(store.link(B, "Fall/Ä-4712")).isEqualTo(PseudonymStore.Linked.ADDED);
    }
    try (PseudonymStore store = open()) {
      assertThat(store.localId(A)).hasValue("4711");
      assertThat(store.localId(B)).hasValue("Fall/Ä-4712");
      assertThat(store.size()).isEqualTo(2);
    }
  }

  @Test
  default void pseudonymNeverMeansTwo() {
    try (PseudonymStore store = open()) {
      store.link(A, "4711");

      assertThat(store.link(A, "4711")).isEqualTo(PseudonymStore.Linked.UNCHANGED);
      assertThat(store.link(A, "4712")).isEqualTo(PseudonymStore.Linked.TAKEN);
      assertThat(store.localId(A)).hasValue("4711");
    }
  }

  @Test
  default void forgottenIsForgotten() {
    try (PseudonymStore store = open()) {
      store.link(A, "4711");

      assertThat(store.unlink(A)).isTrue();
      assertThat(store.unlink(A)).isFalse();
    }
    try (PseudonymStore store = open()) {
      assertThat(store.localId(A)).isEmpty();
      assertThat(store.link(A, "4712")).isEqualTo(PseudonymStore.Linked.ADDED);
    }
  }

  @Test
  default void oddLocalIdsAreRefused() {
    try (PseudonymStore store = open()) {
      for (String odd : new String[] {"", " ", "a b", "a\n", "x".repeat(65)}) {
        assertThatThrownBy(() -> store.link(A, odd)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(store.size()).isZero();
    }
  }
}
