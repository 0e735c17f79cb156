package net.sociallook.adapter.record;

import java.util.Optional;

/**
 * The caseworker who wrote a record.
 *
 * @param directoryId the id in the directory; empty where the existing system has none
 * @param name "surname, given name"
 */
public record Author(Optional<String> directoryId, String name) {}
