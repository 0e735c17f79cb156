package net.sociallook.testbed.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The screenshots of a test run in {@code target/screenshots}, with a page that shows them all. */
public final class Gallery {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Set<String> SEEN = new TreeSet<>();

  private Gallery() {}

  /** Names of the templates that this run has seen on such a screen, in light or dark. */
  public static synchronized Set<String> templates(Screen screen, ColorScheme scheme) {
    String look = look(screen, scheme);
    return SEEN.stream()
        .filter(seen -> seen.endsWith(look))
        .map(seen -> seen.substring(0, seen.length() - look.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static synchronized void keep(Page page, String name, Screen screen, ColorScheme scheme) {
    String look = look(screen, scheme);
    Path file = FOLDER.resolve(name + look + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    Locator body = page.locator("body[data-page]");
    if (body.count() > 0) {
      SEEN.add(body.getAttribute("data-page") + look);
    }
    try {
      Files.writeString(FOLDER.resolve("index.html"), index(names()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String look(Screen screen, ColorScheme scheme) {
    return ("-" + screen + "-" + scheme).toLowerCase(Locale.ROOT);
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
