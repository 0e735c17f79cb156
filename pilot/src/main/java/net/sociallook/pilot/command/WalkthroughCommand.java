package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "walkthrough")
public final class WalkthroughCommand {}
