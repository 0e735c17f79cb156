package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Below these versions there are known holes: no build may fall behind them. */
class VersionFloorTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-([0-9]+(?:\\.[0-9]+)*)[^/]*\\.jar");

  @ParameterizedTest
  @CsvSource({
    "io.netty.handler.codec.http.HttpRequestDecoder, netty-codec-http, 4.2.15",
    "io.netty.handler.ssl.SslContext, netty-handler, 4.2.15",
    "org.springframework.cloud.gateway.filter.GatewayFilter,"
        + " spring-cloud-gateway-server-webflux, 4.3.1",
    "org.springframework.core.SpringVersion, spring-core, 7.0.8",
    "org.springframework.web.server.ServerWebExchange, spring-web, 7.0.8",
    "com.nimbusds.jose.JWSObject, nimbus-jose-jwt, 10.0.2"
  })
  void versionIsNotBelowItsFloor(String className, String artifact, String floor)
      throws ClassNotFoundException, IOException, URISyntaxException {
    String jar =
        Path.of(
                Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .getFileName()
            .toString();

    Matcher matcher = JAR.matcher(jar);

    assertThat(matcher.matches()).as(jar).isTrue();
    assertThat(matcher.group(1)).isEqualTo(artifact);
    assertThat(compare(matcher.group(2), floor)).as("%s (floor: %s)", jar, floor).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({"4.2.9, 4.2.15, -1", "4.2.15, 4.2.15, 0", "10.10, 10.0.2, 1", "5.0.3, 4.3.1, 1"})
  void versionsAreComparedByNumber(String one, String other, int expected) {
    assertThat(Integer.signum(compare(one, other))).isEqualTo(expected);
  }

  private static int compare(String one, String other) {
    List<Integer> left = numbers(one);
    List<Integer> right = numbers(other);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int difference = (i < left.size() ? left.get(i) : 0) - (i < right.size() ? right.get(i) : 0);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static List<Integer> numbers(String version) {
    return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
  }
}
