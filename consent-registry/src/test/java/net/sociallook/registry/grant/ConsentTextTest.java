package net.sociallook.registry.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Facility;
import net.sociallook.registry.directory.Institution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTextTest {
  private static final InstitutionId JOBCENTER = new InstitutionId("jobcenter");
  private static final InstitutionId YOUTH_OFFICE = new InstitutionId("youth-office");
  private static final Period PERIOD =
      new Period(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2027-07-01T12:00:00Z"));

  private final ConsentText texts =
      new ConsentText(
          new Directory(
              List.of(
                  institution(JOBCENTER, "Jobcenter Nordhausen"),
                  institution(YOUTH_OFFICE, "Jugendamt Nordhausen"))));

  @Test
  void germanTextIsThis() {
    Provision provision =
        provision(
            Permission.DOCUMENTS_READ,
            Confidentiality.R,
            new Narrowing(
                Optional.of(new ResourceId("akte-17-3")),
                Optional.of(new TeamId("jobcenter-u25")),
                Optional.of(new CaseworkerId("jobcenter-001"))));
    assertThat(texts.ofGrant(JOBCENTER, List.of(provision), Language.DE))
        .startsWith(
            """
            Ich erlaube: Jobcenter Nordhausen

            1. Darf Dokumente nur lesen.
               Es geht um meine Daten bei: Jugendamt Nordhausen
               Nur dieses Dokument: akte-17-3
               Nur dieses Team: U25
               Nur diese Person: Weber, Anna (Fallmanagerin, Jobcenter Nordhausen)
               Vom 21. November 2026, 01:00 Uhr bis zum 1. Juli 2027, 14:00 Uhr
               Auch, was besonders vertraulich ist, zum Beispiel zur Gesundheit.

            Wozu: damit die Stellen, die Ihnen helfen, zusammenarbeiten können.\
            """);
  }

  @ParameterizedTest
  @EnumSource
  void endOfADayIsOfThatDayAsOnThePage(Language language) {
    Instant start = Instant.parse("2026-11-21T00:00:00Z");
    assertThat(
            Wording.in(language).period(new Period(start, Instant.parse("2027-05-22T22:00:00Z"))))
        .contains("22", "24:00")
        .doesNotContain("23", "00:00");
    assertThat(
            Wording.in(language).period(new Period(start, Instant.parse("2027-05-22T22:01:00Z"))))
        .contains("23", "00:01");
  }

  @ParameterizedTest
  @EnumSource
  void eachPermissionIsSaidInItsOwnWords(Language language) {
    Set<String> sentences = new HashSet<>();
    for (Permission permission : Permission.values()) {
      sentences.add(Wording.in(language).permission(permission));
    }
    assertThat(sentences).hasSameSizeAs(Permission.values());
  }

  @ParameterizedTest
  @EnumSource
  void textChangesWithEverythingThatIsAllowed(Language language) {
    List<Provision> different =
        List.of(
            provision(Permission.DOCUMENTS_READ, Confidentiality.N, Narrowing.NONE),
            provision(Permission.MESSAGES, Confidentiality.N, Narrowing.NONE),
            provision(Permission.DOCUMENTS_READ, Confidentiality.V, Narrowing.NONE),
            provision(Permission.DOCUMENTS_READ, Confidentiality.R, Narrowing.NONE),
            provision(Permission.DOCUMENTS_READ, Confidentiality.L, Narrowing.NONE),
            provision(
                Permission.DOCUMENTS_READ,
                Confidentiality.N,
                new Narrowing(
                    Optional.of(new ResourceId("a")), Optional.empty(), Optional.empty())));
    Set<String> shown = new HashSet<>();
    different.forEach(one -> shown.add(texts.ofGrant(JOBCENTER, List.of(one), language)));
    different.forEach(one -> shown.add(texts.ofGrant(YOUTH_OFFICE, List.of(one), language)));
    assertThat(shown).hasSize(2 * different.size());
  }

  @ParameterizedTest
  @EnumSource
  void neverASanctionIsSaidInEveryLanguage(Language language) {
    assertThat(String.join(" ", Wording.in(language).rights()))
        .containsAnyOf("bestrafen", "punish", "покарати", "لمعاقبتك");
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageSaysTheSameNumberOfThingsAndLeavesNoPlaceOpen(Language language) {
    List<Provision> all =
        List.of(
            provision(Permission.DOCUMENTS_READ, Confidentiality.V, Narrowing.NONE),
            provision(
                Permission.GOALS_VIEW,
                Confidentiality.L,
                new Narrowing(
                    Optional.of(new ResourceId("a")),
                    Optional.of(new TeamId("jobcenter-u25")),
                    Optional.of(new CaseworkerId("jobcenter-001")))));
    String text = texts.ofGrant(JOBCENTER, all, language);
    assertThat(text.lines())
        .hasSameSizeAs(texts.ofGrant(JOBCENTER, all, Language.DE).lines().toList());
    assertThat(text)
        .contains("Jobcenter Nordhausen", "Jugendamt Nordhausen", "U25", "Weber, Anna", "2027")
        .doesNotContain("%");
    BlockForm document = new BlockForm("document", null, "youth-office", "akte-1", null, null);
    assertThat(texts.ofUnblocking(document, language))
        .contains("akte-1", "Jugendamt Nordhausen")
        .doesNotContain("%")
        .hasLineCount(3);
  }

  @Test
  void namesAreIsolatedWhereTheSentenceRunsFromRightToLeft() {
    Provision one = provision(Permission.MESSAGES, Confidentiality.N, Narrowing.NONE);
    assertThat(texts.ofGrant(JOBCENTER, List.of(one), Language.AR))
        .contains("\u2068Jobcenter Nordhausen\u2069");
    assertThat(texts.ofGrant(JOBCENTER, List.of(one), Language.UK)).doesNotContain("\u2068");
  }

  private static Provision provision(
      Permission permission, Confidentiality ceiling, Narrowing narrowing) {
    return new Provision(
        permission,
        YOUTH_OFFICE,
        Purpose.CARE_COORDINATION,
        new Limits(PERIOD, ceiling, narrowing));
  }

  private static Institution institution(InstitutionId id, String name) {
    TeamId team = new TeamId(id + "-u25");
    return new Institution(
        id,
        name,
        InstitutionKind.YOUTH_OFFICE,
        Optional.of(URI.create("https://localhost")),
        Optional.empty(),
        Map.of(),
        List.of(new Institution.Team(team, "U25")),
        List.of(
            new Institution.Caseworker(
                new CaseworkerId(id + "-001"),
                "Weber, Anna",
                "Fallmanagerin",
                "case-management",
                Optional.of(team))),
        new Facility(Optional.empty(), List.of()),
        java.util.Set.of(),
        false);
  }
}
