package net.sociallook.registry.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.push.PushProperties.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PushPropertiesTest {
  @TempDir Path folder;

  @Test
  void defaultsTellNothing() {
    PushProperties properties = bound(Map.of());
    assertThat(properties.keys()).isEmpty();
    assertThat(properties.contact()).isEmpty();
    assertThat(properties.trust()).isEmpty();
    assertThat(properties.services())
        .containsExactly(
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com");
    assertThat(properties.pace())
        .isEqualTo(
            new Pace(
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofHours(24)));
  }

  @Test
  void everyKeyCanBeSet() {
    PushProperties properties =
        bound(
            Map.of(
                "keys", "/a.json,/b.json",
                "contact", "mailto:push@example.org",
                "services", "localhost:1",
                "trust", "/ca.pem",
                "pace.gather", "0s",
                "pace.patience", "1s",
                "pace.retry", "2s",
                "pace.expiry", "3s"));
    assertThat(properties)
        .isEqualTo(
            new PushProperties(
                List.of(Path.of("/a.json"), Path.of("/b.json")),
                "mailto:push@example.org",
                List.of("localhost:1"),
                "/ca.pem",
                new Pace(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "push@example.org", "mailto:", "http://example.org", "https:", "x y"})
  void keysNeedSomebodyToBeReached(String contact) {
    assertThatThrownBy(() -> bound(Map.of("keys", "/a.json", "contact", contact)))
        .hasRootCauseInstanceOf(RefusesToStart.class)
        .rootCause()
        .hasMessageContaining("push.contact");
  }

  @ParameterizedTest
  @CsvSource({
    "services, https://push.test",
    "pace.gather, -1s",
    "pace.patience, 0s",
    "pace.retry, 0s",
    "pace.expiry, 0s"
  })
  void whatCannotBeMeantIsRefused(String key, String value) {
    assertThatThrownBy(() -> bound(Map.of(key, value)))
        .hasStackTraceContaining("sociallook.registry.push." + key);
  }

  @Test
  void retriesTakeTwiceAsLongUpToAnHour() {
    Pace pace = bound(Map.of()).pace();
    assertThat(pace.after(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pace.after(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(pace.after(7)).isEqualTo(Duration.ofMinutes(32));
    assertThat(pace.after(8)).isEqualTo(Duration.ofHours(1));
    assertThat(pace.after(1_000)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aFileWithoutAPrivateKeyIsNamedAndNotQuoted() throws Exception {
    Path file = Files.writeString(folder.resolve("key.json"), "{\"kty\":\"EC\",\"d\":\"secret\"}");
    assertThatThrownBy(() -> VapidKeys.read(List.of(file)))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("key.json")
        .hasMessageNotContaining("secret");
  }

  private static PushProperties bound(Map<String, String> values) {
    Map<String, String> prefixed = new HashMap<>();
    values.forEach((key, value) -> prefixed.put("sociallook.registry.push." + key, value));
    return new Binder(new MapConfigurationPropertySource(prefixed))
        .bindOrCreate("sociallook.registry.push", PushProperties.class);
  }
}
