package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "narrow")
public final class NarrowCommand {}
