package net.sociallook.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import org.junit.jupiter.api.Test;
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
           "team": "th-u25"}],
        "address": {"line": ["Am Wehr 1"], "postalCode": "99734", "city": "Nordhausen"},
        "services": [{"id": "th-debts", "name": "Schuldnerberatung", "type": "debt-advice"}]}]}\
      """
          .formatted(KEY);

  @Test
  void readsAnInstitutionWithItsPeople() {
    Directory directory = read(GOOD);
    Institution institution =
        directory.institution(new InstitutionId("traeger-horizont")).orElseThrow();
    assertThat(institution.commitmentDate()).hasValue(LocalDate.of(2026, 1, 31));
    assertThat(institution.signingKeys()).containsOnlyKeys("k1");
    assertThat(directory.employerOf(new CaseworkerId("th-001"))).hasValue(institution);
    assertThat(institution.facility().address())
        .hasValueSatisfying(address -> {
          assertThat(address.line()).containsExactly("Am Wehr 1");
          assertThat(address.postalCode()).isEqualTo("99734");
        });
    assertThat(institution.facility().services())
        .containsExactly(
            new Facility.Service("th-debts", "Schuldnerberatung", "debt-advice", Optional.empty()));
  }

  @Test
  void whoHasNoAdapterIsThereAndHoldsNothing() {
    Directory directory = read(GOOD.replace("\"adapter\": \"https://localhost:7003\",", ""));
    InstitutionId id = new InstitutionId("traeger-horizont");
    assertThat(directory.institution(id)).isPresent();
    assertThat(directory.holder(id)).isEmpty();
    assertThat(read(GOOD).holder(id)).isPresent();
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
        Arguments.of("\"teams\"", "\"groups\"", "groups: unknown (expected: of [adapter, address"),
        Arguments.of("\"Berater\"", "{}", "institutions[0].caseworkers[0].role: unreadable"),
        Arguments.of(
            "\"id\": \"th-u25\"", "\"id\": \"traeger-horizont\"", "traeger-horizont twice"),
        Arguments.of(
            "\"99734\"", "\"D-99734\"", "address, postalCode: D-99734 (expected: five digits)"),
        Arguments.of(", \"city\": \"Nordhausen\"", "", "address, city: missing"),
        Arguments.of("\"Am Wehr 1\"", "\"\"", "address, line: missing"),
        Arguments.of("\"debt-advice\"", "\"Debt advice\"", "type: Debt advice (expected: a code"),
        Arguments.of(", \"type\": \"debt-advice\"", "", "service th-debts, type: missing"),
        Arguments.of("\"name\": \"Schuldnerberatung\",", "", "service th-debts, name: missing"),
        Arguments.of("\"th-debts\"", "\"Debts\"", "service id: Debts"),
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
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named)
        .hasMessageContaining("expected: ")
        .hasMessageNotContaining("Kaya");
  }

  @Test
  void directoryWithoutInstitutionsIsRefused() {
    assertThatThrownBy(() -> read("{\"institutions\": []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> read("[")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Directory read(String text) {
    return new Directory(DirectoryFile.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
