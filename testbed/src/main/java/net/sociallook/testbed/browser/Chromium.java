package net.sociallook.testbed.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one Chromium of a test run. It ends with the run; use it from one thread. */
final class Chromium {
  private static final String VARIABLE = "SOCIALLOOK_CHROMIUM";
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  /** It talks to nobody but the page under test. */
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** A busy machine takes its time; a condition that never holds costs that much. */
  static final int PATIENCE_MILLIS = 30_000;

  private static Optional<Browser> running = Optional.empty();

  private Chromium() {}

  static synchronized Browser shared() {
    Browser browser = running.orElseGet(() -> start(executable()));
    running = Optional.of(browser);
    return browser;
  }

  private static Browser start(Path executable) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                // Chromium's own sandbox does not work for root, for example in a container.
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                .setArgs(QUIET));
  }

  private static Path executable() {
    return Stream.concat(Stream.ofNullable(System.getenv(VARIABLE)), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "Chromium: not found (expected: "
                    + VARIABLE
                    + " or one of "
                    + PLACES
                    + "). The tests of the page need it and are never skipped;"
                    + " ./sociallook test installs it where it may, on Debian:"
                    + " apt install chromium fonts-dejavu-core fonts-noto-core"));
  }
}
