package net.sociallook.pilot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import net.sociallook.pilot.command.StateOption;
import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.setup.Database;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook pilot}. */
@Command(
    name = "pilot",
    description = "Starts the whole system on this machine; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class PilotCommand implements Callable<Integer> {
  private static final int MOST_GATEWAYS = 8;

  @Mixin private StateOption stateOption = new StateOption();

  @Option(names = "--reset", description = "Forget everything of earlier runs first.")
  private boolean reset;

  @Option(
      names = "--gateways",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many gateway nodes (default: ${DEFAULT-VALUE}).")
  private int gateways;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "Use the ports from N on instead of the usual ones.")
  private @Nullable Integer portBase;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "Use this PostgreSQL instead of the embedded one:"
              + " jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD")
  private @Nullable String database;

  @Override
  public Integer call() throws InterruptedException {
    if (gateways < 1 || gateways > MOST_GATEWAYS) {
      throw new StartFailed("--gateways: " + gateways + " (expected: 1 to " + MOST_GATEWAYS + ")");
    }
    Console console = new Console(System.out);
    StateDirectory state = stateOption.directory();
    try (StateLock lock = StateLock.of(state)) {
      run(lock.state(), console);
    }
    return 0;
  }

  private void run(StateDirectory state, Console console) throws InterruptedException {
    if (reset) {
      Reset.of(state);
      console.say("Forgot the state of earlier runs");
    }
    state.create();
    PostgresLog.into(state.logs());
    Ports ports = KeptPorts.choose(state, portBase);
    Optional<Database> own = Optional.ofNullable(database).map(Database::parse);
    Path sources = stateOption.sources();
    Setup setup = new Setup(sources, state, ports, new Onboarding(sources, state).roster());
    try (Pilot pilot = new Pilot(setup, new PilotOptions(gateways, own), console)) {
      Thread hook = new Thread(() -> stop(pilot, console), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      pilot.start();
      new Announcement(setup, gateways).print(console);
      new CountDownLatch(1).await();
    }
  }

  private static void stop(Pilot pilot, Console console) {
    if (!pilot.isClosed()) {
      console.say("Stopping");
      pilot.close();
      console.say("Stopped");
    }
  }
}
