package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "status")
public final class StatusCommand {}
