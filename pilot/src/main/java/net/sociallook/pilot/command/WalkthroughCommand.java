package net.sociallook.pilot.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import net.sociallook.pilot.scene.AllKinds;
import net.sociallook.pilot.state.PilotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sociallook walkthrough}. */
@Command(
    name = "walkthrough",
    description = {
      "Shows step by step what passes and what does not. Ends with 0 only if each step did what it"
          + " should.",
      "  one-door    refused, granted, answered, narrowed, withdrawn, refused (default)",
      "  all-kinds   what three institutions see under five grants, and what they do not"
    },
    mixinStandardHelpOptions = true)
public final class WalkthroughCommand implements Callable<Integer> {
  private static final String RECIPIENT = "jobcenter-nordhausen";
  private static final String REQUESTER = "cw-001";
  private static final String HOLDER = "youth-office-nordhausen";

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "one-door",
      description = "one-door or all-kinds (default: ${DEFAULT-VALUE}).")
  private String name = "";

  @Option(
      names = "--client",
      paramLabel = "CLIENT",
      description = "Id or name of the client (default: client-01, for all-kinds client-02).")
  private @Nullable String client;

  @Override
  public Integer call() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Story story =
        new Story(output.isSet() ? new PrintStream(OutputStream.nullOutputStream()) : System.out);
    switch (name) {
      case "one-door" -> oneDoor(pilot, story, person(pilot, "client-01"));
      case "all-kinds" -> allKinds(pilot, story, person(pilot, "client-02"));
      default ->
          throw new CommandFailed("walkthrough: " + name + " (expected: one-door or all-kinds)");
    }
    output.print(
        story.isRight()
            ? "\nEverything was as it should be (" + story.steps().size() + " checks)."
            : "\nSomething was not as it should be; see the lines marked WRONG.",
        Map.of("right", story.isRight(), "steps", story.steps()));
    return story.isRight() ? 0 : 1;
  }

  private PilotFile.Client person(RunningPilot pilot, String usual) {
    return pilot.client(client == null ? usual : client);
  }

  private static void oneDoor(RunningPilot pilot, Story story, PilotFile.Client person) {
    PilotFile.Institution recipient = pilot.institution(RECIPIENT);
    new Walkthrough(
            story,
            new Requester(pilot, recipient, pilot.caseworker(recipient, REQUESTER), person),
            pilot.institution(HOLDER),
            ClientOption.signedIn(pilot, person))
        .run();
  }

  private static void allKinds(RunningPilot pilot, Story story, PilotFile.Client person) {
    new Stage(story, pilot, person, ClientOption.signedIn(pilot, person)).play(AllKinds.scenes());
  }
}
