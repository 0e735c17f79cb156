package net.sociallook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Runtime.Version;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Below these versions there are known holes: no build may fall behind them. */
class VersionFloorTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-([0-9]+(?:\\.[0-9]+)*)[^/]*\\.jar");

  @ParameterizedTest
  @CsvSource({
    "org.springframework.core.SpringVersion, spring-core, 7.0.8",
    "org.springframework.web.servlet.DispatcherServlet, spring-webmvc, 7.0.8",
    "org.springframework.expression.spel.standard.SpelExpressionParser, spring-expression, 7.0.8",
    "org.springframework.security.core.SpringSecurityCoreVersion, spring-security-core, 7.0.5",
    "com.nimbusds.jose.JWSObject, nimbus-jose-jwt, 10.0.2"
  })
  void versionIsNotBelowItsFloor(String className, String artifact, String floor) throws Exception {
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
    assertThat(Version.parse(matcher.group(2)))
        .as("%s (floor: %s)", jar, floor)
        .isGreaterThanOrEqualTo(Version.parse(floor));
  }
}
