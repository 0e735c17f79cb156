package net.sociallook.pilot.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.testbed.DurablePostgres;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL. Its data stay when it ends, however it ends. */
public final class PostgresPart implements Supervision.Part {
  public static final String NAME = "postgres";

  private final Path data;
  private final int port;
  private @Nullable DurablePostgres server;

  public PostgresPart(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Listening listening() {
    return new Listening(List.of(port), List.of());
  }

  @Override
  public synchronized ProcessHandle start() throws IOException {
    release();
    DurablePostgres started = DurablePostgres.start(data, port);
    server = started;
    return started
        .pid()
        .flatMap(ProcessHandle::of)
        .orElseThrow(() -> new IOException("PostgreSQL: ended at once"));
  }

  @Override
  public synchronized void stop(ProcessHandle process) {
    release();
    ProcessRecord.end(process);
  }

  /** A server that crashed still holds its lock on the data. */
  private void release() {
    DurablePostgres old = server;
    server = null;
    if (old != null) {
      old.close();
    }
  }

  /** Makes a database unless it is there. */
  public synchronized void createDatabase(String name) {
    running().createDatabase(name);
  }

  private DurablePostgres running() {
    if (server == null) {
      throw new IllegalStateException("PostgreSQL: not started");
    }
    return server;
  }
}
