package net.sociallook.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.sociallook.adapter.server.PemIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterConfigTest {
  private static final List<String> NEEDED =
      List.of(
          "institution=youth-office-nordhausen",
          "port=7001",
          "health-port=7101",
          "server.certificate=pki/adapter.pem",
          "server.key=pki/adapter.key",
          "institution.certificate=pki/institution.pem",
          "institution.key=pki/institution.key",
          "trust-anchor=/etc/ca.pem",
          "gateway-keys=https://localhost:9443/.well-known/gateway-jwks.json",
          "data-directory=data");

  @TempDir Path directory;

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    AdapterConfig config = read(NEEDED);

    assertThat(config.listen().host()).isEqualTo("127.0.0.1");
    assertThat(config.trust().gateways()).isEmpty();
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void everyKeyIsRead() throws IOException {
    List<String> lines =
        List.of("host=0.0.0.0", "gateways=gw-1, gw-2", "zone=UTC", String.join("\n", NEEDED));

    assertThat(read(lines))
        .isEqualTo(
            new AdapterConfig(
                "youth-office-nordhausen",
                new Listen(
                    "0.0.0.0",
                    7001,
                    7101,
                    new PemIdentity(
                        directory.resolve("pki/adapter.pem"),
                        directory.resolve("pki/adapter.key"))),
                new Trust(
                    Path.of("/etc/ca.pem"),
                    URI.create("https://localhost:9443/.well-known/gateway-jwks.json"),
                    new PemIdentity(
                        directory.resolve("pki/institution.pem"),
                        directory.resolve("pki/institution.key")),
                    Set.of("gw-1", "gw-2")),
                directory.resolve("data"),
                ZoneId.of("UTC")));
  }

  @Test
  void everyNeededKeyIsMissed() {
    for (String line : NEEDED) {
      String key = line.substring(0, line.indexOf('='));
      List<String> others = NEEDED.stream().filter(it -> !it.equals(line)).toList();

      assertThatThrownBy(() -> read(others))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port=x",
        "port=70000",
        "health-port=-1",
        "zone=Mond",
        "institution=Ä",
        "gateway-keys=http://localhost/keys"
      })
  void wrongValueIsNamed(String line) {
    List<String> lines = List.of(String.join("\n", NEEDED), line);

    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line.substring(0, line.indexOf('=')));
  }

  @Test
  void unknownKeyIsRefused() throws IOException {
    Settings settings = settings(List.of(String.join("\n", NEEDED), "prot=7001"));
    AdapterConfig.read(settings);

    assertThatThrownBy(settings::refuseOthers).hasMessageContaining("prot");
  }

  private AdapterConfig read(List<String> lines) throws IOException {
    return AdapterConfig.read(settings(lines));
  }

  private Settings settings(List<String> lines) throws IOException {
    return Settings.read(Files.write(directory.resolve("adapter.properties"), lines));
  }
}
