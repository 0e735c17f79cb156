package net.sociallook.adapter.youthoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import net.sociallook.adapter.document.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in which the case system keeps its files. Nothing outside of it is ever opened. */
record FileStore(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

  /** Empty where the file is missing or lies outside. */
  Optional<Content> open(FileRow file) {
    try {
      Path root = directory.toRealPath();
      Path path = root.resolve(file.path().replace('\\', '/')).toRealPath();
      if (!path.startsWith(root)) {
        LOG.error("document {}: its file lies outside of the directory", file.document());
        return Optional.empty();
      }
      SeekableByteChannel channel = Files.newByteChannel(path);
      return Optional.of(new Content(Channels.newInputStream(channel), channel.size()));
    } catch (NoSuchFileException | InvalidPathException e) {
      LOG.error("document {}: its file is missing", file.document());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
