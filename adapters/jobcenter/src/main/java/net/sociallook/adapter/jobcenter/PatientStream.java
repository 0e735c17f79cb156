package net.sociallook.adapter.jobcenter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream on which no read waits for ever: it is closed under a read that takes too long. */
final class PatientStream extends FilterInputStream {
  private final Duration patience;
  private final AtomicBoolean late = new AtomicBoolean();

  PatientStream(InputStream bytes, Duration patience) {
    super(bytes);
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    var unused =
        arrived
            .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(tooLate -> {
              late.set(true);
              closeQuietly(in);
              return false;
            });
    try {
      int read = in.read(buffer, from, most);
      if (read < 0 && late.get()) {
        throw new IOException("case system: file came to a halt");
      }
      return read;
    } finally {
      arrived.complete(true);
    }
  }

  static void closeQuietly(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // nothing more is wanted of it
    }
  }
}
