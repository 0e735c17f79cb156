package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.state.StateDirectory;

/**
 * One pilot at a time works on a state. The operating system gives the lock back, however the pilot
 * ends.
 */
record StateLock(StateDirectory state, FileChannel channel) implements AutoCloseable {

  /**
   * @throws StartFailed if another pilot runs on this state
   */
  static StateLock of(StateDirectory state) {
    state.create();
    try {
      FileChannel channel =
          FileChannel.open(state.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StartFailed(
            "A pilot runs already on "
                + state.shown(state.root())
                + ". Stop it with Ctrl-C there.");
      }
      return new StateLock(state, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
