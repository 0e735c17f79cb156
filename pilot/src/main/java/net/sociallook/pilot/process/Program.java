package net.sociallook.pilot.process;

import java.nio.file.Path;
import java.util.List;

/** A process that the pilot starts and keeps running. */
public record Program(String name, List<String> command, Path log, Listening listening) {}
