package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.sociallook.registry.RefusesToStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPropertiesTest {
  private static final String GOOD = "https://localhost:9443";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://localhost:9443",
        "localhost:9443",
        "https://",
        "https://localhost/",
        "https://localhost?x=1",
        "https://localhost#x",
        "not an address"
      })
  void addressThatIsNoHttpsAddressStopsTheStart(String address) {
    assertThatThrownBy(() -> properties(address, GOOD))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.token.issuer");
    assertThatThrownBy(() -> properties(GOOD, address))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.token.audience");
  }

  @Test
  void missingClusterKeysStopTheStart() {
    assertThatThrownBy(() -> new TokenProperties(GOOD, GOOD, "", List.of()))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.token.cluster-keys is not set");
  }

  @Test
  void addressMayHaveAPath() {
    assertThat(properties(GOOD, GOOD + "/fhir").audience()).isEqualTo(GOOD + "/fhir");
  }

  private static TokenProperties properties(String issuer, String audience) {
    return new TokenProperties(issuer, audience, "keys.json", List.of());
  }
}
