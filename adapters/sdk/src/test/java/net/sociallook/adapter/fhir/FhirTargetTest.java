package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.sociallook.adapter.search.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FhirTargetTest {
  private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

  @ParameterizedTest
  @EnumSource
  void whatAnAdapterHasCanBeReadAndWhatItHasNotHasNoPath(ResourceKind kind) {
    String path = "/fhir/" + kind.type() + "/a-1";

    assertThat(FhirTarget.parse(path, Set.of(kind))).hasValue(new FhirTarget.Read(kind, "a-1"));
    assertThat(FhirTarget.parse(path, EnumSet.complementOf(EnumSet.of(kind)))).isEmpty();
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
    assertThat(FhirTarget.parse("/fhir/Binary/a-1-2", Set.of(ResourceKind.GOAL))).isEmpty();
  }
}
