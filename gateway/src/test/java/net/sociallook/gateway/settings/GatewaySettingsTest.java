package net.sociallook.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewaySettingsTest {
  private static final String PREFIX = "sociallook.gateway.";

  private final Map<String, String> properties = new HashMap<>();

  @TempDir Path directory;

  @BeforeEach
  void needed() throws IOException {
    properties.put("node", "gw-7");
    properties.put("audience", "https://gateway.example/fhir");
    properties.put("issuer", "https://registry.example");
    properties.put("registry", "https://registry.internal:9444");
    for (String name :
        List.of("certificate", "key", "ca", "institutions", "cluster-keys", "cursor-key")) {
      properties.put("files." + name, Files.writeString(directory.resolve(name), "").toString());
    }
    properties.put("page.rp-id", "sociallook.example");
    properties.put("page.origin", "https://mein.sociallook.example");
  }

  @Test
  void limitsHaveDefaults() {
    assertThat(bind().limits())
        .isEqualTo(
            new GatewaySettings.Limits(
                65_536, Duration.ofSeconds(2), Duration.ofSeconds(10), 120, 50));
  }

  @Test
  void everyKeyIsRead() {
    properties.put("limits.body-bytes", "1000");
    properties.put("limits.connect-timeout", "1s");
    properties.put("limits.answer-timeout", "7s");
    properties.put("limits.strangers-per-minute", "5");
    properties.put("limits.calls-per-search", "9");

    GatewaySettings settings = bind();

    assertThat(settings.node()).isEqualTo("gw-7");
    assertThat(settings.audience()).isEqualTo(URI.create("https://gateway.example/fhir"));
    assertThat(settings.issuer()).isEqualTo(URI.create("https://registry.example"));
    assertThat(settings.registry()).isEqualTo(URI.create("https://registry.internal:9444"));
    assertThat(settings.files())
        .isEqualTo(
            new GatewaySettings.Files(
                directory.resolve("certificate"),
                directory.resolve("key"),
                directory.resolve("ca"),
                directory.resolve("institutions"),
                directory.resolve("cluster-keys"),
                directory.resolve("cursor-key")));
    assertThat(settings.page())
        .isEqualTo(
            new GatewaySettings.Page("sociallook.example", "https://mein.sociallook.example"));
    assertThat(settings.limits())
        .isEqualTo(
            new GatewaySettings.Limits(1000, Duration.ofSeconds(1), Duration.ofSeconds(7), 5, 9));
  }

  @ParameterizedTest
  @CsvSource({
    "node, GW 1",
    "audience, http://gateway.example/fhir",
    "issuer, registry.example",
    "registry, http://registry.internal",
    "files.certificate, /nowhere/certificate.pem",
    "files.key, /nowhere/key.pem",
    "files.ca, /nowhere/ca.pem",
    "files.institutions, /nowhere/institutions.json",
    "files.cluster-keys, /nowhere/cluster.json",
    "files.cursor-key, /nowhere/cursor.json",
    "page.rp-id, ' '",
    "page.origin, https://mein.example/path",
    "limits.body-bytes, 0",
    "limits.connect-timeout, 0s",
    "limits.answer-timeout, -1s",
    "limits.strangers-per-minute, 0",
    "limits.calls-per-search, 0"
  })
  void wrongValueStopsTheStartWithASentenceThatNamesIt(String key, String value) {
    properties.put(key, value);

    assertThatThrownBy(this::bind)
        .rootCause()
        .hasMessageContaining(PREFIX + key)
        .hasMessageContaining("expected");
  }

  private GatewaySettings bind() {
    Map<String, String> prefixed = new HashMap<>();
    properties.forEach((key, value) -> prefixed.put(PREFIX + key, value));
    return new Binder(new MapConfigurationPropertySource(prefixed))
        .bind("sociallook.gateway", GatewaySettings.class)
        .get();
  }
}
