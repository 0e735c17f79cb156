package net.sociallook.registry.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;

/**
 * Who stands for it that a client has allowed something.
 *
 * @param institution captured it; its data alone are opened
 * @param signedOn on paper: the day beside the client's signature
 * @param at when the institution's statement was taken
 * @param statement compact JWS of the institution
 */
public record Witnessing(
    UUID capture,
    InstitutionId institution,
    EvidenceLevel level,
    CaseworkerId caseworker,
    CaseworkerId witness,
    Optional<LocalDate> signedOn,
    Instant at,
    String statement) {}
