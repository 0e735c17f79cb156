package net.sociallook.gateway.filter;

import java.time.Instant;
import net.sociallook.consent.Admission;
import net.sociallook.consent.Decision;
import net.sociallook.consent.ResourceFacts;

/** {@link net.sociallook.consent.ConsentPolicy#release}; a seam, so that tests can break it. */
@FunctionalInterface
interface ReleaseRule {
  Decision decide(ResourceFacts facts, Admission admission, Instant admittedAt);
}
