package net.sociallook.registry.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.reach.Reach;
import org.jspecify.annotations.Nullable;

/** A provision that is asked for: one that would begin when the client gives it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AskedProvision(
    @Nullable String permission,
    @Nullable String holder,
    @Nullable String purpose,
    @Nullable String validUntil,
    @Nullable String maxConfidentiality,
    @Nullable String document,
    @Nullable String team,
    @Nullable String caseworker) {

  /** Whether the institution whose data it is about lies within. */
  boolean isWithin(Reach reach) {
    return holder != null && reach.covers(new InstitutionId(holder));
  }

  /** The provision as it would be if it began now; empty where it would end before that. */
  Optional<Provision> possible(Instant now) {
    try {
      return Optional.of(from(now));
    } catch (IllegalArgumentException over) {
      // It was sound when it was asked: by now it would end before it begins.
      return Optional.empty();
    }
  }

  /**
   * The provision as it would be if it began at this instant.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  Provision from(Instant start) {
    return new ProvisionForm(
            permission,
            holder,
            purpose,
            start.toString(),
            validUntil,
            maxConfidentiality,
            document,
            team,
            caseworker)
        .toProvision();
  }
}
