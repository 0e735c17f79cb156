package net.sociallook.pilot.command;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json}: for machines instead of people. */
public final class JsonOption {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Option(names = "--json", description = "Print JSON, for machines.")
  private boolean json;

  boolean isSet() {
    return json;
  }

  /** Prints the text, or with {@code --json} the value. */
  void print(String text, Object value) {
    System.out.println(json ? pretty(value) : text);
  }

  static String pretty(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
