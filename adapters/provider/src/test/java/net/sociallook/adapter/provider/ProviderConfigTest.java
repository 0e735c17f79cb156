package net.sociallook.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderConfigTest {
  private static final String CERTIFICATE =
      """
      server.certificate=s.pem
      server.key=s.key
      institution.certificate=i.pem
      institution.key=i.key
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/fhir",
        "ftp://127.0.0.1/fhir",
        "https://user:word@example.org/fhir",
        "https://example.org/fhir?x=1",
        "https://example.org/fhir#x",
        "http://127.0.0.1.example.org/fhir",
        "not an address",
        "/fhir"
      })
  void addressThatWouldGiveTheSecretAwayIsRefused(String url) {
    assertThatThrownBy(() -> ProviderConfig.read(file(url, "documents")))
        .hasMessageContaining("system.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents,plans", "documents,", "Documents", "documents,documents"})
  void kindThatIsNotKnownIsRefused(String kinds) {
    assertThatThrownBy(() -> ProviderConfig.read(file("https://example.org/fhir", kinds)))
        .hasMessageContaining("kinds");
  }

  @ParameterizedTest
  @CsvSource({"abc123, Bearer abc123", "a:b, Basic YTpi"})
  void secretIsATokenOrAUserWithPassword(String secret, String expected) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), secret + "\n");

    assertThat(new ProviderConfig.Address(java.net.URI.create("https://x"), file).authorization())
        .isEqualTo(expected);
  }

  @Test
  void secretOfTwoLinesIsRefusedAndNotRepeated() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "abc\r\nX-Other: 1");

    assertThatThrownBy(() ->
            new ProviderConfig.Address(java.net.URI.create("https://x"), file).authorization())
        .hasMessageContaining("secret-file")
        .hasMessageNotContaining("abc");
  }

  private Path file(String url, String kinds) throws IOException {
    List<String> lines = new ArrayList<>(CERTIFICATE.lines().toList());
    lines.addAll(
        List.of(
            "institution=horizont-ev",
            "port=0",
            "health-port=0",
            "trust-anchor=ca.pem",
            "gateway-keys=https://localhost:1/.well-known/gateway-jwks.json",
            "data-directory=data",
            "system.url=" + url,
            "system.secret-file=secret",
            "kinds=" + kinds));
    return Files.write(directory.resolve("adapter.properties"), lines);
  }
}
