package net.sociallook.registry.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Style, scripts, fonts and images, as the build has published them. */
@Component
public class Assets {
  static final String PATH = "/assets/";
  private static final String FOLDER = "/page/assets/";

  private final Map<String, String> published;

  Assets(JsonMapper json) {
    try (InputStream list = Assets.class.getResourceAsStream("/page/assets.json")) {
      if (list == null) {
        throw new IllegalStateException("page/assets.json: missing (expected: from the build)");
      }
      published = json.readValue(list, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The address of a file, which changes with its content.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public String url(String name) {
    String file = published.get(name);
    if (file == null) {
      throw new IllegalArgumentException("asset: " + name + " (expected: one of the build)");
    }
    return PATH + file;
  }

  /**
   * What is in a file.
   *
   * @throws IllegalArgumentException as {@link #url}
   */
  public byte[] content(String name) {
    return content(url(name).substring(PATH.length()), "").orElseThrow();
  }

  /**
   * @param suffix of the compressed form, or empty
   */
  Optional<byte[]> content(String file, String suffix) {
    if (!published.containsValue(file)) {
      return Optional.empty();
    }
    try (InputStream content = Assets.class.getResourceAsStream(FOLDER + file + suffix)) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
