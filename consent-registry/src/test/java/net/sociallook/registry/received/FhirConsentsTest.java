package net.sociallook.registry.received;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.fhir.Fhir;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class FhirConsentsTest {
  private static final Period YEAR =
      new Period(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2027-03-02T00:00:00Z"));
  private static final Period MONTH =
      new Period(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));

  private final FhirConsents consents = new FhirConsents(new Directory(List.of()));

  @Test
  void consentOfAllPermissionsKeepsEveryRule() {
    ObjectNode consent = consent(all());
    assertThat(ConsentRules.brokenBy(consent)).isEmpty();
    assertThat(consent.path("provision").path("provision"))
        .hasSize(Permission.values().length - 1)
        .noneMatch(rule -> rule.toString().contains("statistics"));
  }

  @Test
  void endedConsentDeniesAndNamesNothing() {
    ObjectNode consent = consent(List.of());
    assertThat(ConsentRules.brokenBy(consent)).isEmpty();
    assertThat(consent.path("status").asString()).isEqualTo("inactive");
    assertThat(consent.path("provision").has("provision")).isFalse();
    assertThat(consent.path("provision").has("period")).isFalse();
    assertThat(parsed(consent).getProvision().getProvision()).isEmpty();
  }

  @Test
  void otherLibraryReadsWhatWasGranted() {
    Consent consent = parsed(consent(all()));
    assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
    assertThat(consent.getProvision().getProvision())
        .allSatisfy(rule -> {
          assertThat(rule.getType()).isEqualTo(Consent.ConsentProvisionType.PERMIT);
          assertThat(rule.getPeriod().getEnd().toInstant()).isEqualTo(YEAR.end().minusMillis(1));
        });
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void classesAreTheTypesOfThePermission(Permission permission) {
    ObjectNode consent = consent(List.of(provision(permission, YEAR, Narrowing.NONE)));
    List<String> classes =
        consent
            .path("provision")
            .path("provision")
            .path(0)
            .path("class")
            .valueStream()
            .map(coding -> coding.path("code").asString())
            .toList();
    assertThat(classes)
        .containsExactlyInAnyOrderElementsOf(
            permission.types().stream().map(type -> type.code()).toList());
  }

  @Test
  void rootPeriodSpansAllRules() {
    ObjectNode consent =
        consent(
            List.of(
                provision(Permission.MESSAGES, YEAR, Narrowing.NONE),
                provision(Permission.GOALS_VIEW, MONTH, Narrowing.NONE)));
    assertThat(consent.path("provision").path("period").path("start").asString())
        .isEqualTo("2026-02-01T00:00:00Z");
    assertThat(consent.path("provision").path("period").path("end").asString())
        .isEqualTo("2027-03-01T23:59:59.999Z");
  }

  @Test
  void narrowingIsTheActorOrModifiesTheRule() {
    Narrowing narrowing =
        new Narrowing(
            Optional.of(new ResourceId("akte-17")),
            Optional.of(new TeamId("jc-u25")),
            Optional.of(new CaseworkerId("jc-001")));
    ObjectNode consent = consent(List.of(provision(Permission.DOCUMENTS_READ, YEAR, narrowing)));
    var rule = parsed(consent).getProvision().getProvisionFirstRep();
    assertThat(rule.getActorFirstRep().getReference().getReference())
        .isEqualTo("PractitionerRole/jc-001");
    assertThat(rule.getModifierExtension())
        .extracting(extension -> extension.getUrl().replaceAll(".*/", ""))
        .containsExactly("only-document", "only-team");
    assertThat(rule.getData()).hasSize(1);
    assertThat(ConsentRules.brokenBy(consent)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void defectIsCaught(String rule, Consumer<ObjectNode> defect) {
    ObjectNode consent = consent(all());
    defect.accept(consent);
    assertThat(ConsentRules.brokenBy(consent)).contains(rule);
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        whole("status", consent -> consent.put("status", "draft")),
        whole("scope", consent -> consent.remove("scope")),
        whole("category", consent -> consent.remove("category")),
        whole("patient", consent -> consent.remove("patient")),
        whole("dateTime", consent -> consent.put("dateTime", "yesterday")),
        whole("performer", consent -> consent.remove("performer")),
        whole("organization", consent -> consent.remove("organization")),
        whole("source", consent -> consent.remove("sourceReference")),
        whole("policy", consent -> consent.remove("policy")),
        whole("verification", consent -> consent.putArray("verification")),
        root("root type", root -> root.remove("type")),
        root("root actor", root -> root.remove("actor")),
        root("root bare", root -> root.putArray("action")),
        nested("type", rule -> rule.put("type", "deny")),
        nested("period", rule -> ((ObjectNode) rule.get("period")).remove("end")),
        nested("actor", rule -> rule.remove("actor")),
        nested("purpose", rule -> twice(rule, "purpose")),
        nested("purpose", rule -> rule.remove("purpose")),
        nested("action", rule -> ((ArrayNode) rule.at("/action/0/coding")).remove(1)),
        nested("action", rule -> rule.remove("action")),
        nested("class", rule -> rule.remove("class")),
        nested("data", rule -> twice(rule, "data")),
        nested("data", rule -> ((ObjectNode) rule.at("/data/0")).put("meaning", "instance")),
        nested("securityLabel", rule -> rule.remove("securityLabel")),
        nested("two levels", rule -> rule.set("provision", Fhir.array(Fhir.object()))));
  }

  private static Arguments whole(String rule, Consumer<ObjectNode> defect) {
    return Arguments.of(rule, defect);
  }

  private static Arguments root(String rule, Consumer<ObjectNode> defect) {
    return whole(rule, consent -> defect.accept((ObjectNode) consent.get("provision")));
  }

  private static Arguments nested(String rule, Consumer<ObjectNode> defect) {
    return whole(rule, consent -> defect.accept((ObjectNode) consent.at("/provision/provision/0")));
  }

  private static void twice(ObjectNode rule, String member) {
    ((ArrayNode) rule.get(member)).add(rule.get(member).get(0).deepCopy());
  }

  private static List<Provision> all() {
    return Arrays.stream(Permission.values())
        .map(permission -> provision(permission, YEAR, Narrowing.NONE))
        .toList();
  }

  private static Provision provision(Permission permission, Period period, Narrowing narrowing) {
    return new Provision(
        permission,
        new InstitutionId("traeger-horizont"),
        Purpose.CARE_COORDINATION,
        new Limits(period, Confidentiality.N, narrowing));
  }

  private ObjectNode consent(List<Provision> provisions) {
    return consents.of(
        new ReceivedGrant(
            UUID.randomUUID(),
            3,
            new InstitutionId("jobcenter-nordhausen"),
            "0123456789abcdef0123456789abcdef",
            provisions,
            Instant.parse("2026-03-01T09:30:00.123456Z"),
            net.sociallook.registry.grant.GivenBy.PASSKEY));
  }

  private static Consent parsed(ObjectNode consent) {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler())
        .parseResource(Consent.class, consent.toString());
  }
}
