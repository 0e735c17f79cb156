package net.sociallook.pilot;

import net.sociallook.pilot.command.BlockCommand;
import net.sociallook.pilot.command.CallCommand;
import net.sociallook.pilot.command.CommandLineErrors;
import net.sociallook.pilot.command.GrantCommand;
import net.sociallook.pilot.command.InstitutionCommand;
import net.sociallook.pilot.command.InviteCommand;
import net.sociallook.pilot.command.KeysCommand;
import net.sociallook.pilot.command.LogCommand;
import net.sociallook.pilot.command.NarrowCommand;
import net.sociallook.pilot.command.StatusCommand;
import net.sociallook.pilot.command.TokenCommand;
import net.sociallook.pilot.command.UnblockCommand;
import net.sociallook.pilot.command.WalkthroughCommand;
import net.sociallook.pilot.command.WithdrawCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./sociallook}. */
@Command(
    name = "sociallook",
    description = "Starts a SOCIALLOOK pilot, or talks to one that runs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      HelpCommand.class,
      PilotCommand.class,
      WalkthroughCommand.class,
      StatusCommand.class,
      GrantCommand.class,
      NarrowCommand.class,
      WithdrawCommand.class,
      BlockCommand.class,
      UnblockCommand.class,
      TokenCommand.class,
      CallCommand.class,
      LogCommand.class,
      InviteCommand.class,
      InstitutionCommand.class,
      KeysCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler(new CommandLineErrors())
            .setParameterExceptionHandler(new CommandLineErrors())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }
}
