package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.search.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirTargetTest {
  private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

  @ParameterizedTest
  @EnumSource
  void whatAnAdapterHasCanBeReadAndWhatItHasNotIsNotKept(ResourceKind kind) {
    String path = "/fhir/" + kind.type() + "/a-1";

    assertThat(FhirTarget.parse(path, Set.of(kind))).hasValue(new FhirTarget.Read(kind, "a-1"));
    assertThat(FhirTarget.parse(path, EnumSet.complementOf(EnumSet.of(kind))))
        .hasValue(new FhirTarget.NotKept());
  }

  @ParameterizedTest
  @EnumSource
  void searchForWhatAnAdapterHasNotIsNotKeptWhereThereIsSuchASearch(ResourceKind kind) {
    Set<ResourceKind> others = EnumSet.complementOf(EnumSet.of(kind));

    assertThat(FhirTarget.parse("/fhir/" + kind.type(), others))
        .isEqualTo(kind.isSearchable() ? Optional.of(new FhirTarget.NotKept()) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/fhir/Observation", "/fhir/Observation/a-1", "/fhir/Goal/a_1", "/fhir/goal"})
  void whatNoAdapterHasHasNoPath(String path) {
    assertThat(FhirTarget.parse(path, ALL)).isEmpty();
    assertThat(FhirTarget.parse(path, Set.of(ResourceKind.SLOT))).isEmpty();
  }

  @Test
  void everythingButContactsIsSearched() {
    assertThat(ALL)
        .allMatch(kind ->
            FhirTarget.parse("/fhir/" + kind.type(), ALL).isPresent()
                == (kind != ResourceKind.PATIENT));
  }

  @Test
  void attachmentsBelongToDocuments() {
    assertThat(FhirTarget.parse("/fhir/Binary/a-1-2", ALL))
        .hasValue(new FhirTarget.OpenAttachment("a-1", 2));
    assertThat(FhirTarget.parse("/fhir/Binary/a-1-2", Set.of(ResourceKind.GOAL)))
        .hasValue(new FhirTarget.NotKept());
  }
}
