package net.sociallook.gateway.upstream;

import java.util.Optional;
import net.sociallook.gateway.lease.Refused;

/** Whether a request may be sent now. */
@FunctionalInterface
public interface LastCheck {
  Optional<Refused> ask();
}
