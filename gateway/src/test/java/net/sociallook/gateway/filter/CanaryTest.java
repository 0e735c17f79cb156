package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.Decision;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.ResourceId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a document with every element of R4 filled, exactly these texts come out. */
class CanaryTest {
  private static final Pattern CANARY = Pattern.compile("<<([^<>]*)>>");

  /** Written down apart from the allow-list, so that neither can change alone. */
  private static final Set<String> EXPECTED =
      Set.of(
          "description",
          "author.display",
          "type.coding.system",
          "type.coding.version",
          "type.coding.code",
          "type.coding.display",
          "type.text",
          "category.coding.system",
          "category.coding.version",
          "category.coding.code",
          "category.coding.display",
          "category.text",
          "content.attachment.contentType",
          "content.attachment.language",
          "content.attachment.title",
          "content.format.system",
          "content.format.version",
          "content.format.code",
          "content.format.display");

  private static final Map<String, String> GIVEN =
      Map.of(
          "DocumentReference.id", "\"d-1\"",
          "DocumentReference.meta.versionId", "\"1\"",
          "DocumentReference.meta.security", label("R"),
          "DocumentReference.securityLabel.coding", label("N"),
          "DocumentReference.subject.reference", "\"Patient/" + Answers.AT_HOLDER + "\"",
          "DocumentReference.custodian.reference", "\"Organization/o-1\"",
          "DocumentReference.author.reference", "\"Practitioner/p-1\"",
          "DocumentReference.content.attachment.url", "\"Binary/d-1-0\"",
          "DocumentReference.content.attachment.hash", "\"AAAA\"");

  private static final Set<String> LEFT_OUT =
      Set.of("DocumentReference.implicitRules", "DocumentReference.content.attachment.data");

  private static String label(String code) {
    return "{\"system\":\""
        + SecurityLabel.LEVELS
        + "\",\"code\":\""
        + code
        + "\",\"display\":\"<<label.display>>\"}";
  }

  private static String filled() {
    return new FullDocument(GIVEN, LEFT_OUT).json("DocumentReference");
  }

  private static Set<String> canariesOf(AllowList allowList) {
    ResourceFilter filter =
        new ResourceFilter(
            Answers.granted(Confidentiality.R, Narrowing.NONE),
            new ResourceId("d-1"),
            allowList,
            ConsentPolicy::release);
    String released = Answers.filtered(filter, filled());
    assertThat(filter.isVisible()).isTrue();
    return CANARY
        .matcher(released)
        .results()
        .map(found -> found.group(1).replaceFirst("DocumentReference\\.", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyElementOfTheTypeIsFilled() {
    FullDocument document = new FullDocument(GIVEN, LEFT_OUT);
    document.json("DocumentReference");

    assertThat(document.paths())
        .hasSizeGreaterThan(200)
        .contains(
            "DocumentReference.text.div",
            "DocumentReference.masterIdentifier.value",
            "DocumentReference.context.related.identifier.value",
            "DocumentReference.extension.valueString",
            "DocumentReference.relatesTo.target.reference");
  }

  @Test
  void exactlyTheExpectedTextsComeOut() {
    assertThat(canariesOf(AllowList.CURRENT)).isEqualTo(new TreeSet<>(EXPECTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "context Context",
        "masterIdentifier Identifier",
        "identifier[] Identifier",
        "text Narrative",
        "custodian reference Organization",
        "language code",
      })
  void anAllowListWithOneElementMoreIsCaught(String line) {
    String types =
        """
        type Identifier
          value string

        type Narrative
          div string
          display string

        type Context
          sourcePatientInfo Narrative

        """;
    AllowList mutant =
        AllowListReader.read(
            types
                + AllowListTest.text()
                    .replaceFirst("\nresource DocumentReference", "$0\n  " + line));

    assertThat(canariesOf(mutant)).isNotEqualTo(new TreeSet<>(EXPECTED));
  }

  @Test
  void anAllowListWithOneElementLessIsCaught() {
    AllowList mutant =
        AllowListReader.read(AllowListTest.text().replaceFirst("\n  description .*", ""));

    assertThat(canariesOf(mutant)).isNotEqualTo(new TreeSet<>(EXPECTED));
  }

  @Test
  void aReleaseRuleThatPermitsEverythingIsCaught() {
    Terms terms = Answers.granted();
    ReleaseRule mutant = (facts, admission, now) -> new Decision.Permit(terms.admission().basis());

    assertThat(Answers.filtered(Answers.resource("d-1"), filled())).isEmpty();
    assertThat(
            Answers.filtered(
                new ResourceFilter(terms, new ResourceId("d-1"), AllowList.CURRENT, mutant),
                filled()))
        .contains("<<");
  }

  @Test
  void whatComesOutIsFhirInTheEyesOfAStrictReader() {
    String bundle = Answers.filtered(Answers.searchset(), Answers.documents(3));

    Bundle read =
        FullDocument.R4
            .newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(Bundle.class, bundle);

    DocumentReference first = (DocumentReference) read.getEntryFirstRep().getResource();
    assertThat(read.getEntry()).hasSize(3);
    assertThat(first.getSubject().getReference()).isEqualTo("Patient/" + Answers.AT_RECIPIENT);
    assertThat(
            first
                .getMeta()
                .getSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "NOPERSISTP"))
        .isNotNull();
    assertThat(first.getContentFirstRep().getAttachment().getUrl()).isEqualTo("Binary/akte-17-0-0");
  }
}
