package net.sociallook.pilot.command;

import picocli.CommandLine.Command;

/** {@code ./sociallook institution}. */
@Command(
    name = "institution",
    description = "Takes institutions into the running pilot.",
    subcommands = {InstitutionAddCommand.class, InstitutionLinkCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class InstitutionCommand {}
