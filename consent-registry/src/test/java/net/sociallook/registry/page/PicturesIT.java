package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.testbed.browser.Gallery;
import net.sociallook.testbed.browser.Screen;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All tests together have looked at every page, on a phone; so this comes last. */
@Order(Integer.MAX_VALUE)
class PicturesIT {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyPageHasAScreenshot(ColorScheme scheme) throws IOException {
    assumeTrue(System.getProperty("it.test") == null, "only some tests were run");
    assertThat(Gallery.templates(Screen.PHONE, scheme)).containsAll(pages());
  }

  private static Set<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(PicturesIT::isPage)
          .map(TEMPLATES::relativize)
          .map(file -> file.toString().replace(".html", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isPage(Path file) {
    try {
      return file.toString().endsWith(".html")
          && Files.readString(file).contains("layout :: page(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
