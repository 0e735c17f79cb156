package net.sociallook.consent;

/** A client is known at an institution. */
public record Link(ClientId client, InstitutionId institution) {}
