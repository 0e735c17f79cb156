package net.sociallook.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePseudonymStoreTest implements PseudonymStoreContract {
  @TempDir Path directory;

  @Override
  public PseudonymStore open() {
    return FilePseudonymStore.open(directory);
  }

  @Test
  void lineThatWasNotFinishedIsDropped() throws IOException {
    try (PseudonymStore store = open()) {
      store.link(A, "4711");
    }
    Files.writeString(file(), "{\"link\":\"bbbb", StandardOpenOption.APPEND);

    try (PseudonymStore store = open()) {
      assertThat(store.localId(A)).hasValue("4711");
      store.link(B, "4712");
    }
    try (PseudonymStore store = open()) {
      assertThat(store.localId(B)).hasValue("4712");
    }
  }

  @Test
  void damagedLineIsNotSkipped() throws IOException {
    Files.writeString(file(), "{\"link\":\"" + "a".repeat(32) + "\"}\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void secondAdapterOnTheSameDirectoryIsRefused() {
    try (PseudonymStore first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use");
      assertThat(first.size()).isZero();
    }
    open().close();
  }

  @Test
  void whatWasForgottenLeavesTheFileAtTheNextStart() throws IOException {
    try (PseudonymStore store = open()) {
      store.link(A, "4711");
      store.unlink(A);
    }
    open().close();

    assertThat(Files.readString(file())).isEmpty();
  }

  @Test
  void fileIsForItsOwnerOnly() throws IOException {
    open().close();

    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  private Path file() {
    return directory.resolve("links.jsonl");
  }
}
