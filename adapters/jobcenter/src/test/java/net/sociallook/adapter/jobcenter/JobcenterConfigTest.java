package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobcenterConfigTest {
  private static final List<String> SDK =
      List.of(
          "institution=jobcenter-nordhausen",
          "port=0",
          "health-port=0",
          "server.certificate=s.pem",
          "server.key=s.key",
          "institution.certificate=i.pem",
          "institution.key=i.key",
          "trust-anchor=ca.pem",
          "gateway-keys=https://localhost/keys",
          "data-directory=data");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "https://fallwerk.example, https://fallwerk.example/",
    "https://fallwerk.example:8443/, https://fallwerk.example:8443/",
    "http://127.0.0.1:7300, http://127.0.0.1:7300/",
    "http://localhost:7300, http://localhost:7300/",
    "http://[::1]:7300, http://[::1]:7300/"
  })
  void addressIsSecureOrOnThisMachine(String url, URI expected) throws IOException {
    JobcenterConfig config = read("system.url=" + url, "system.secret-file=secret.txt");

    assertThat(config.system()).isEqualTo(expected);
    assertThat(config.secret()).isEqualTo("geheim");
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fallwerk.example",
        "http://127.0.0.1.example.org",
        "ftp://127.0.0.1",
        "https://user@fallwerk.example",
        "https://fallwerk.example/pfad",
        "https://fallwerk.example?x=1",
        "https://",
        "fallwerk.example",
        "http://a b"
      })
  void otherAddressesAreRefused(String url) {
    assertThatThrownBy(() -> read("system.url=" + url, "system.secret-file=secret.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("system.url");
  }

  @Test
  void timeoutIsInSeconds() throws IOException {
    String url = "system.url=https://fallwerk.example";

    assertThat(read(url, "system.secret-file=secret.txt", "system.timeout=20").patience())
        .isEqualTo(Duration.ofSeconds(20));
    assertThatThrownBy(() -> read(url, "system.secret-file=secret.txt", "system.timeout=0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("system.timeout");
  }

  @Test
  void secretIsOneLineAndIsNotRepeated() throws IOException {
    Files.writeString(directory.resolve("two.txt"), "one\ntwo\n");

    assertThatThrownBy(
            () -> read("system.url=https://fallwerk.example", "system.secret-file=two.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("system.secret-file")
        .message()
        .doesNotContain("one\n");
  }

  @Test
  void unknownKeyIsRefused() {
    assertThatThrownBy(() ->
            read(
                "system.url=https://fallwerk.example",
                "system.secret-file=secret.txt",
                "database.url=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("database.url");
  }

  private JobcenterConfig read(String... lines) throws IOException {
    Files.writeString(directory.resolve("secret.txt"), "geheim\n");
    List<String> all = new ArrayList<>(SDK);
    all.addAll(List.of(lines));
    return JobcenterConfig.read(Files.write(directory.resolve("adapter.properties"), all));
  }
}
