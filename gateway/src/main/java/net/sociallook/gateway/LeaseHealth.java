package net.sociallook.gateway;

import net.sociallook.gateway.lease.RegistryLeases;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says on the loopback port whether this node serves, and how far it has read the sequence. */
@Component("lease")
class LeaseHealth implements HealthIndicator {
  private final RegistryLeases leases;

  LeaseHealth(RegistryLeases leases) {
    this.leases = leases;
  }

  @Override
  public Health health() {
    RegistryLeases.Status status = leases.status();
    return (status.held() ? Health.up() : Health.outOfService())
        .withDetail("epoch", status.epoch())
        .withDetail("sequence", status.sequence())
        .withDetail("inFlight", status.inFlight())
        .build();
  }
}
