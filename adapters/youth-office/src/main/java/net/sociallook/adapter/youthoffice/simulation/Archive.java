package net.sociallook.adapter.youthoffice.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.sociallook.adapter.youthoffice.simulation.CaseFile.Planned;

/** The directory of files beside the case system's database. */
final class Archive {
  private final Path directory;
  private final byte[] letterhead;
  private final List<byte[]> scans;

  Archive(Path directory, Random random) {
    this.directory = directory;
    this.letterhead = Picture.letterhead(random);
    this.scans = Picture.scans(random);
  }

  /** Makes the file of a document and writes it. */
  Stored write(CaseFile file, int number, Planned planned) throws IOException {
    Template template = planned.template();
    String name =
        "%05d_%s_%s.%s"
            .formatted(number, template.kind(), planned.date(), template.form().extension);
    Path folder = directory.resolve("%05d".formatted(file.number()));
    Files.createDirectories(folder);
    byte[] bytes = bytes(file, planned);
    Files.write(folder.resolve(name), bytes);
    return new Stored("%05d\\%s".formatted(file.number(), name), bytes.length, sha1(bytes));
  }

  private byte[] bytes(CaseFile file, Planned planned) {
    return switch (planned.template().form()) {
      case LETTER -> Letter.write(file, planned, letterhead);
      case SCAN -> Letter.scan(file, planned, scans.get(file.random().nextInt(scans.size())));
      case DRAWING -> Picture.genogram(file.random());
      case TEXT -> Notes.write(file, planned).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1: not in this JDK", e);
    }
  }

  /**
   * @param path as the case system writes it, below the directory
   */
  record Stored(String path, long size, String sha1) {}
}
