package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpsGatewayKeysTest {
  private final TwoClocks clocks = new TwoClocks();
  private final Map<String, ECPublicKey> published = new HashMap<>();
  private final HttpsGatewayKeys keys = new HttpsGatewayKeys(this::fetch, clocks::nanos);
  private boolean away;
  private int fetches;

  @BeforeEach
  void publish() throws JOSEException {
    published.put("a", SignedRequests.KEY.toECPublicKey());
  }

  @Test
  void keysAreFetchedOnceForMany() {
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("a")).isPresent();
    }
    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void unknownKeyIsFetchedButNotInAnyAmount() throws JOSEException {
    assertThat(keys.find("a")).isPresent();
    clocks.pass(HttpsGatewayKeys.APART.toMillis());
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("b")).isEmpty();
    }
    assertThat(fetches).isEqualTo(2);

    published.put("b", SignedRequests.KEY.toECPublicKey());
    clocks.pass(HttpsGatewayKeys.APART.toMillis());
    assertThat(keys.find("b")).isPresent();
  }

  @Test
  void keyThatIsNoLongerPublishedIsForgotten() {
    assertThat(keys.find("a")).isPresent();
    published.clear();
    clocks.pass(HttpsGatewayKeys.FRESH.toMillis() + 1);

    assertThat(keys.find("a")).isEmpty();
  }

  @Test
  void keysOutliveTheirSourceForAWhileOnly() {
    assertThat(keys.find("a")).isPresent();
    away = true;

    clocks.pass(HttpsGatewayKeys.USABLE.toMillis() - 1);
    assertThat(keys.find("a")).isPresent();
    clocks.pass(2);
    assertThatThrownBy(() -> keys.find("a")).isInstanceOf(UncheckedIOException.class);
    away = false;
    clocks.pass(HttpsGatewayKeys.APART.toMillis());
    assertThat(keys.find("a")).isPresent();
  }

  private Map<String, ECPublicKey> fetch() throws IOException {
    fetches++;
    if (away) {
      throw new IOException("away");
    }
    return Map.copyOf(published);
  }
}
