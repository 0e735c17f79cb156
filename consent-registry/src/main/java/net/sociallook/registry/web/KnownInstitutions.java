package net.sociallook.registry.web;

import net.sociallook.consent.InstitutionId;

/** Who may call the port of the institutions. */
@FunctionalInterface
public interface KnownInstitutions {
  boolean contains(InstitutionId institution);
}
