package net.sociallook.registry.token;

import net.sociallook.registry.directory.Institution;

/** One authenticated token request. */
public record TokenRequest(
    Institution institution, Confirmation confirmation, AccessDetails details) {}
