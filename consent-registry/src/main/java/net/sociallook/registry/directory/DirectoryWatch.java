package net.sociallook.registry.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.passkey.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the directory as its file is. A file that cannot be read, or has a mistake, changes
 * nothing: what was read before stays, and the mistake is told.
 */
final class DirectoryWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

  /** A file this young can change again without a new time of change. */
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private final Path file;
  private final Directory directory;
  private @Nullable Mark settled;
  private byte[] judged;
  private volatile Optional<String> mistake = Optional.empty();

  /** What tells without reading that a file is another one. */
  private record Mark(long modified, long size, @Nullable Object key) {
    static Mark of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Mark(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
    }

    boolean isYoung() {
      return System.currentTimeMillis() - modified < YOUNG.toMillis();
    }
  }

  private DirectoryWatch(Path file, Directory directory, byte[] judged) {
    this.file = file;
    this.directory = directory;
    this.judged = judged;
  }

  /**
   * @throws RefusesToStart if there is no directory in the file
   */
  static DirectoryWatch of(Path file) {
    try {
      byte[] text = Files.readAllBytes(file);
      Directory directory = new Directory(DirectoryFile.parse(text));
      return new DirectoryWatch(file, directory, Bytes.sha256(text));
    } catch (IOException e) {
      throw new RefusesToStart("The directory " + file + ": not readable (expected: a file)", e);
    } catch (IllegalArgumentException e) {
      throw new RefusesToStart("The directory " + file + ": " + e.getMessage(), e);
    }
  }

  Directory directory() {
    return directory;
  }

  /** What is wrong with the file as it is now; empty while the directory is like it. */
  Optional<String> mistake() {
    return mistake;
  }

  /** Reads the file if it may have changed. For one thread. */
  void look() {
    try {
      Mark mark = Mark.of(file);
      if (!mark.equals(settled)) {
        judge(Files.readAllBytes(file));
        settled = mark.isYoung() ? null : mark;
      }
    } catch (IOException e) {
      settled = null;
      judged = new byte[0];
      refuse("not readable (expected: a file)");
    }
  }

  private void judge(byte[] text) {
    byte[] hash = Bytes.sha256(text);
    if (Arrays.equals(hash, judged)) {
      return;
    }
    judged = hash;
    try {
      List<Institution> institutions = DirectoryFile.parse(text);
      Collection<Institution> before = directory.institutions();
      directory.replaceBy(institutions);
      mistake = Optional.empty();
      LOG.info(
          "Directory read anew: {} institutions, new {}, gone {}",
          institutions.size(),
          idsIn(institutions, before),
          idsIn(before, institutions));
    } catch (IllegalArgumentException e) {
      refuse(Objects.requireNonNullElse(e.getMessage(), "unreadable"));
    }
  }

  private void refuse(String what) {
    if (!mistake.equals(Optional.of(what))) {
      LOG.warn("The directory {} is not read, the one before stays: {}", file, what);
    }
    mistake = Optional.of(what);
  }

  private static List<String> idsIn(Collection<Institution> some, Collection<Institution> others) {
    List<?> known = others.stream().map(Institution::id).toList();
    return some.stream()
        .map(Institution::id)
        .filter(id -> !known.contains(id))
        .map(Object::toString)
        .toList();
  }
}
