package net.sociallook.adapter.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the links in {@code links.jsonl}: one line for each change, flushed to the disk before it
 * is answered. Read again, and freed of what was unlinked, when it is opened. One process at a
 * time.
 */
public final class FilePseudonymStore implements PseudonymStore {
  private static final String FILE = "links.jsonl";
  private static final String LOCK = "links.lock";

  private final Map<Pseudonym, String> links = new ConcurrentHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final FileChannel lock;
  private final FileChannel file;
  private boolean broken;

  private FilePseudonymStore(FileChannel lock, Path directory) throws IOException {
    this.lock = lock;
    Path path = directory.resolve(FILE);
    LinkFile.read(path).forEach(this::apply);
    LinkFile.rewrite(path, links);
    this.file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /**
   * Opens the store in a directory, which is made if absent. A last line without its end is a
   * change that was never answered and is dropped.
   *
   * @throws IllegalStateException if another process has it open, or a line cannot be read
   * @throws UncheckedIOException if the directory or file cannot be read and written
   */
  public static FilePseudonymStore open(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new IllegalStateException(
            "data directory: " + directory + " is in use (expected: one adapter for each)");
      }
      return opened(lock, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FilePseudonymStore opened(FileChannel lock, Path directory) throws IOException {
    try {
      return new FilePseudonymStore(lock, directory);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public Optional<String> localId(Pseudonym pseudonym) {
    return Optional.ofNullable(links.get(pseudonym));
  }

  @Override
  public Linked link(Pseudonym pseudonym, String localId) {
    LinkLine line = new LinkLine(pseudonym, Optional.of(LocalIds.check(localId)));
    writing.lock();
    try {
      String known = links.get(pseudonym);
      if (known != null) {
        return known.equals(localId) ? Linked.UNCHANGED : Linked.TAKEN;
      }
      append(line);
      return Linked.ADDED;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public boolean unlink(Pseudonym pseudonym) {
    writing.lock();
    try {
      if (!links.containsKey(pseudonym)) {
        return false;
      }
      append(new LinkLine(pseudonym, Optional.empty()));
      return true;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public int size() {
    return links.size();
  }

  @Override
  public void close() {
    writing.lock();
    try {
      file.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  // After a failed write the end of the file is unknown; appending could join two lines into one.
  private void append(LinkLine line) {
    if (broken) {
      throw new UncheckedIOException(new IOException("links: not writable since an earlier error"));
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.toLine().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    }
    apply(line);
  }

  private void apply(LinkLine line) {
    line.localId()
        .ifPresentOrElse(
            id -> links.put(line.pseudonym(), id), () -> links.remove(line.pseudonym()));
  }
}
