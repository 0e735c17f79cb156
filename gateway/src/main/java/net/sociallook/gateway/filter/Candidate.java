package net.sociallook.gateway.filter;

import java.util.List;
import net.sociallook.consent.ResourceFacts;

/**
 * A resource that can be judged.
 *
 * @param id as the recipient knows it
 * @param metaLabels those of meta.security alone
 */
record Candidate(
    AllowList.Listed listed, String id, List<SecurityLabel> metaLabels, ResourceFacts facts) {}
