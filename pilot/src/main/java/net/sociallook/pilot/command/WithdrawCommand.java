package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

@Command(name = "withdraw")
public final class WithdrawCommand {}
