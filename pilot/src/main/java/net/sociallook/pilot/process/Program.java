package net.sociallook.pilot.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that the pilot starts and keeps running.
 *
 * @param health answers 200 when the process is ready
 */
public record Program(String name, List<String> command, Path log, URI health) {}
