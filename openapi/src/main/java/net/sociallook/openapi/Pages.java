package net.sociallook.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes a page beside each contract of a folder. */
public final class Pages {
  private Pages() {}

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Path contract : contracts(folder)) {
      String name = contract.getFileName().toString();
      Files.writeString(
          folder.resolve(name.replace(".yaml", ".html")),
          new ApiPage(Contract.read(contract), name).html());
    }
  }

  private static List<Path> contracts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
