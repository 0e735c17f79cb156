package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "block")
public final class BlockCommand {}
