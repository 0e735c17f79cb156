package net.sociallook.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import net.sociallook.registry.RefusesToStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWatchTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path file;
  private DirectoryWatch watch;

  @BeforeEach
  void start() throws Exception {
    file = folder.resolve("directory.json");
    write("school-one");
    watch = DirectoryWatch.of(file);
    watch.look();
  }

  @Test
  void changedFileIsTheDirectory() throws Exception {
    write("school-two");
    watch.look();
    assertThat(ids()).containsExactly("school-two");
    assertThat(watch.mistake()).isEmpty();
  }

  @Test
  void changeOfSameLengthInTheSameMomentIsSeen() throws Exception {
    FileTime before = Files.getLastModifiedTime(file);
    write("school-two");
    Files.setLastModifiedTime(file, before);
    watch.look();
    assertThat(ids()).containsExactly("school-two");
  }

  @Test
  void fileThatIsNotTouchedForLongIsNotReadAgain() throws Exception {
    Files.setLastModifiedTime(file, LONG_AGO);
    watch.look();
    write("school-two");
    Files.setLastModifiedTime(file, LONG_AGO);
    watch.look();
    assertThat(ids()).containsExactly("school-one");
  }

  @Test
  void replacedFileOfTheSameTimeIsSeen() throws Exception {
    Files.setLastModifiedTime(file, LONG_AGO);
    watch.look();
    Path other = Files.writeString(folder.resolve("new.json"), text("school-two"));
    Files.setLastModifiedTime(other, LONG_AGO);
    Files.move(other, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    watch.look();
    assertThat(ids()).containsExactly("school-two");
  }

  @Test
  void mistakeLeavesTheDirectoryAndIsToldUntilItIsGone() throws Exception {
    Files.writeString(file, text("school-two").replace("\"name\"", "\"label\""));
    watch.look();
    assertThat(ids()).containsExactly("school-one");
    assertThat(watch.mistake()).hasValueSatisfying(told -> assertThat(told).contains("label"));

    write("school-one");
    watch.look();
    assertThat(watch.mistake()).isEmpty();
  }

  @Test
  void halfWrittenFileLeavesTheDirectory() throws Exception {
    String text = text("school-two");
    for (int length = 0; length < text.length(); length += 7) {
      Files.writeString(file, text.substring(0, length));
      watch.look();
      assertThat(ids()).containsExactly("school-one");
    }
  }

  @Test
  void missingFileLeavesTheDirectoryAndIsTold() throws Exception {
    Files.delete(file);
    watch.look();
    assertThat(ids()).containsExactly("school-one");
    assertThat(watch.mistake()).isPresent();

    write("school-one");
    watch.look();
    assertThat(watch.mistake()).isEmpty();
  }

  @Test
  void withoutADirectoryThereIsNoStart() {
    assertThatThrownBy(() -> DirectoryWatch.of(folder.resolve("missing")))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> DirectoryWatch.of(Files.writeString(folder.resolve("bad"), "{}")))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("institutions: none");
  }

  private java.util.List<String> ids() {
    return watch.directory().institutions().stream().map(one -> one.id().value()).toList();
  }

  private void write(String id) throws IOException {
    Files.writeString(file, text(id));
  }

  private static final String KEY = key();

  private static String text(String id) {
    return """
    {"institutions": [{"id": "%s", "name": "Schule", "kind": "school",
      "adapter": "https://localhost:7003", "signingKeys": {"keys": [%s]}}]}\
    """
        .formatted(id, KEY);
  }

  private static String key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK().toJSONString();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
