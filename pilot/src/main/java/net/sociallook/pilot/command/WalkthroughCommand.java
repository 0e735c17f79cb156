package net.sociallook.pilot.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import net.sociallook.pilot.state.PilotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./sociallook walkthrough}. */
@Command(
    name = "walkthrough",
    description =
        "Refused, granted, answered, narrowed, withdrawn, refused: told in plain sentences. Ends"
            + " with 0 only if each step did what it should.",
    mixinStandardHelpOptions = true)
public final class WalkthroughCommand implements Callable<Integer> {
  private static final String RECIPIENT = "jobcenter-nordhausen";
  private static final String REQUESTER = "cw-001";
  private static final String HOLDER = "youth-office-nordhausen";

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "CLIENT",
      defaultValue = "client-01",
      description = "Id or name of the client (default: ${DEFAULT-VALUE}).")
  private String client = "";

  @Override
  public Integer call() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    PilotFile.Institution recipient = pilot.institution(RECIPIENT);
    PilotFile.Client person = pilot.client(client);
    Story story =
        new Story(output.isSet() ? new PrintStream(OutputStream.nullOutputStream()) : System.out);
    new Walkthrough(
            story,
            new Requester(pilot, recipient, pilot.caseworker(recipient, REQUESTER), person),
            pilot.institution(HOLDER),
            ClientOption.signedIn(pilot, person))
        .run();
    output.print(
        story.isRight()
            ? "\nEverything was as it should be (" + story.steps().size() + " checks)."
            : "\nSomething was not as it should be; see the lines marked WRONG.",
        Map.of("right", story.isRight(), "steps", story.steps()));
    return story.isRight() ? 0 : 1;
  }
}
