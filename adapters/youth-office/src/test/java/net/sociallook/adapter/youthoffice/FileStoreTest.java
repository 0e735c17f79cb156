package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {
  @TempDir Path outside;
  private Path files;

  @BeforeEach
  void write() throws IOException {
    files = Files.createDirectories(outside.resolve("files"));
    Files.createDirectories(files.resolve("00017"));
    Files.writeString(files.resolve("00017/brief.txt"), "Guten Tag");
    Files.writeString(outside.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(files.resolve("link.txt"), outside.resolve("secret.txt"));
  }

  @Test
  void pathsAreWrittenTheOtherWayRound() throws IOException {
    Content content = open("00017\\brief.txt").orElseThrow();

    try (var bytes = content.bytes()) {
      assertThat(bytes.readAllBytes()).hasSize(9);
    }
    assertThat(content.size()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..\\secret.txt",
        "../secret.txt",
        "00017/../../secret.txt",
        "link.txt",
        "/etc/passwd",
        "missing.txt",
        "a\0b"
      })
  void nothingOutsideIsOpened(String path) {
    assertThat(open(path)).isEmpty();
  }

  private Optional<Content> open(String path) {
    return new FileStore(files)
        .open(new FileRow(1, path, new Attachment("text/plain", "Brief", 9, Optional.empty())));
  }
}
