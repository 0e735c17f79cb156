package net.sociallook.pilot.process;

import java.io.IOException;
import java.nio.file.Path;
import net.sociallook.testbed.DurablePostgres;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL. Its data stay when it ends, however it ends. */
public final class PostgresPart implements Supervision.Part {
  private final Path data;
  private final int port;
  private @Nullable DurablePostgres server;

  public PostgresPart(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String health() {
    return "";
  }

  @Override
  public synchronized ProcessHandle start() throws IOException {
    DurablePostgres started = DurablePostgres.start(data, port);
    server = started;
    return started
        .pid()
        .flatMap(ProcessHandle::of)
        .orElseThrow(() -> new IOException("PostgreSQL: ended at once"));
  }

  /** Makes a database unless it is there. */
  public synchronized void createDatabase(String name) {
    running().createDatabase(name);
  }

  public synchronized String jdbcUrl(String database) {
    return running().jdbcUrl(database);
  }

  private DurablePostgres running() {
    if (server == null) {
      throw new IllegalStateException("PostgreSQL: not started");
    }
    return server;
  }
}
