package net.sociallook.testbed.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The screenshots of a test run in {@code target/screenshots}, with a page that shows them all. */
public final class Gallery {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Path TEMPLATES = FOLDER.resolve("templates.txt");

  private Gallery() {}

  /** Names of the templates that are to be seen in a screenshot. */
  public static Set<String> templates() {
    try {
      return Files.exists(TEMPLATES) ? new TreeSet<>(Files.readAllLines(TEMPLATES)) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void keep(Page page, String name) {
    Path file = FOLDER.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    Locator body = page.locator("body[data-page]");
    try {
      if (body.count() > 0) {
        Files.writeString(
            TEMPLATES,
            body.getAttribute("data-page") + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      Files.writeString(FOLDER.resolve("index.html"), index(names()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  private static String index(List<String> names) {
    return names.stream()
        .map(name ->
            "<figure><img src=\"%1$s\" alt=\"\" loading=\"lazy\"><figcaption>%1$s</figcaption></figure>"
                .formatted(name))
        .collect(
            Collectors.joining(
                "\n",
                """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <title>All pages</title>
                <style>
                  body { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; font: 0.8rem sans-serif; }
                  figure { margin: 0; inline-size: 18rem; }
                  img { inline-size: 100%; outline: 1px solid gray; }
                </style>
                """,
                "\n"));
  }
}
