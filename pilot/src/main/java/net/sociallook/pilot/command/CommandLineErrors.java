package net.sociallook.pilot.command;

import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/** Shows a failure as one clear line and ends with a code other than 0. */
public final class CommandLineErrors
    implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    boolean json = parsed.originalArgs().contains("--json");
    show(String.valueOf(e.getMessage()), json);
    return FAILED;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    show(
        e.getMessage() + " (see ./" + name + " --help)",
        Arrays.asList(arguments).contains("--json"));
    return MISUSED;
  }

  private static void show(String message, boolean json) {
    System.err.println(
        json
            ? JsonMapper.shared().writeValueAsString(Map.of("error", message))
            : "sociallook: " + message);
  }
}
