package net.sociallook.registry.ownaccess;

import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Institution;

/** A provision that is not granted, and who would read with it. */
record Draft(InstitutionId recipient, Institution.Caseworker caseworker, Provision provision) {}
