package net.sociallook.registry.directory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells the operator whether the directory is as its file. The registry runs on either way. */
@Component
class DirectoryHealthIndicator implements HealthIndicator {
  private static final Status STALE = new Status("STALE");

  private final DirectoryWatch watch;

  DirectoryHealthIndicator(DirectoryWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    Health.Builder health =
        watch
            .mistake()
            .map(mistake -> Health.status(STALE).withDetail("mistake", mistake))
            .orElseGet(Health::up);
    return health.withDetail("institutions", watch.directory().institutions().size()).build();
  }
}
