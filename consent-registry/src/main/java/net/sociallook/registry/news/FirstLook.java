package net.sociallook.registry.news;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;

/**
 * Somebody used what a client had signed for the first time.
 *
 * @param entry id of the line of her log
 */
public record FirstLook(
    InstitutionId institution, Optional<CaseworkerId> caseworker, UUID entry, Instant at) {}
