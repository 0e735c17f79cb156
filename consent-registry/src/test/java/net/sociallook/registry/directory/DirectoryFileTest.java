package net.sociallook.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RefusesToStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryFileTest {
  private static final String KEY = key(Curve.P_256).toPublicJWK().toJSONString();
  private static final String GOOD =
      """
      {"institutions": [{
        "id": "traeger-horizont", "name": "Träger Horizont", "kind": "provider",
        "adapter": "https://localhost:7003", "commitmentDate": "2026-01-31",
        "signingKeys": {"keys": [%s]},
        "teams": [{"id": "th-u25", "name": "U25"}],
        "caseworkers": [
          {"id": "th-001", "name": "Kaya, Deniz", "role": "Berater", "roleCode": "counselling",
           "team": "th-u25"}]}]}\
      """
          .formatted(KEY);

  @TempDir Path folder;

  @Test
  void readsAnInstitutionWithItsPeople() throws IOException {
    Directory directory = read(GOOD);
    Institution institution =
        directory.institution(new InstitutionId("traeger-horizont")).orElseThrow();
    assertThat(institution.commitmentDate()).hasValue(LocalDate.of(2026, 1, 31));
    assertThat(institution.signingKeys()).containsOnlyKeys("k1");
    assertThat(directory.employerOf(new CaseworkerId("th-001"))).hasValue(institution);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("\"provider\"", "\"bank\"", "code: bank"),
        Arguments.of(", \"commitmentDate\": \"2026-01-31\"", "", "§ 78 SGB X"),
        Arguments.of("2026-01-31", "31.1.2026", "commitmentDate: 31.1.2026"),
        Arguments.of("https://localhost:7003", "http://localhost:7003", "an https URL"),
        Arguments.of("\"traeger-horizont\"", "\"Träger\"", "institution id: Träger"),
        Arguments.of("\"Träger Horizont\"", "\" \"", "name: missing"),
        Arguments.of("\"team\": \"th-u25\"", "\"team\": \"jc-u25\"", "team: jc-u25"),
        Arguments.of("\"role\": \"Berater\",", "", "role: missing"),
        Arguments.of("\"teams\"", "\"groups\"", "groups"),
        Arguments.of(KEY, "", "signingKeys: none"),
        Arguments.of(KEY, key(Curve.P_256).toJSONString(), "a public EC key on P-256"),
        Arguments.of(
            KEY, key(Curve.P_384).toPublicJWK().toJSONString(), "a public EC key on P-256"),
        Arguments.of(
            "[{\"id\": \"th-u25\", \"name\": \"U25\"}]",
            "[{\"id\": \"th-u25\", \"name\": \"a\"}, {\"id\": \"th-u25\", \"name\": \"b\"}]",
            "th-u25 twice"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsNamed(String right, String wrong, String named) {
    assertThat(GOOD).contains(right);
    assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining(named);
  }

  @Test
  void directoryWithoutInstitutionsIsRefused() {
    assertThatThrownBy(() -> read("{\"institutions\": []}"))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> read("[")).isInstanceOf(RefusesToStart.class);
  }

  private Directory read(String text) throws IOException {
    return DirectoryFile.read(Files.writeString(folder.resolve("directory.json"), text));
  }

  private static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
