package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "unblock")
public final class UnblockCommand {}
