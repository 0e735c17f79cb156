package net.sociallook.adapter.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of links whole, and writes it anew. */
final class LinkFile {
  private LinkFile() {}

  /** All complete lines, in order; none where there is no file. */
  static List<LinkLine> read(Path path) throws IOException {
    if (Files.notExists(path)) {
      return List.of();
    }
    String text = Files.readString(path);
    List<String> complete = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    List<LinkLine> lines = new ArrayList<>();
    for (String line : complete) {
      try {
        lines.add(LinkLine.parse(line));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            path + ", line " + (lines.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }

  /**
   * Replaces the file by one that holds only these links; either the old or the new one survives.
   */
  static void rewrite(Path path, Map<Pseudonym, String> links) throws IOException {
    StringBuilder text = new StringBuilder();
    links.forEach((key, id) -> text.append(new LinkLine(key, Optional.of(id)).toLine()));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
