package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "log")
public final class LogCommand {}
