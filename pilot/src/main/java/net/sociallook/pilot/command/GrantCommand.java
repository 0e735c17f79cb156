package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "grant")
public final class GrantCommand {}
