package net.sociallook.consent;

import java.util.Optional;

/** Who asks: a caseworker of an institution, which vouches for her. */
public record Requester(
    InstitutionId institution,
    InstitutionKind kind,
    CaseworkerId caseworker,
    Optional<TeamId> team) {}
