package net.sociallook.registry.reach;

import java.time.Instant;
import java.util.UUID;

/**
 * What one institution has endorsed.
 *
 * @param endorsement its {@code jti}
 * @param until excluded
 */
public record Mandate(UUID endorsement, Instant until) {}
