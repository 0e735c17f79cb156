package net.sociallook.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestParserTest {
  private static final String BASE = "/fhir/youth-office-nordhausen/";
  private static final InstitutionId HOLDER = new InstitutionId("youth-office-nordhausen");

  @Test
  void documentIsReadById() {
    assertThat(parse("GET", BASE + "DocumentReference/akte-17-3"))
        .isEqualTo(understood(read(ResourceType.DOCUMENT_REFERENCE, "akte-17-3")));
  }

  @Test
  void binaryIsReadByDocumentAndNumber() {
    assertThat(parse("GET", BASE + "Binary/akte-17-3-12"))
        .isEqualTo(
            understood(
                new FhirRequest.ReadBinary(HOLDER, new BinaryId(new ResourceId("akte-17-3"), 12))));
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeThatCanPassIsUnderstoodSoThatItCanBeDecided(ResourceType type) {
    assertThat(parse("POST", BASE + type.code()))
        .isEqualTo(
            understood(new FhirRequest.NotServed(HOLDER, new Operation(type, Interaction.CREATE))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /fhir/youth-office-nordhausen/Binary/1, NOT_FOUND",
    "GET, /fhir/youth-office-nordhausen/Binary/a-00, NOT_FOUND",
    "GET, /fhir/youth-office-nordhausen/Binary/a-99999, NOT_FOUND",
    "GET, /fhir/YOUTH/DocumentReference, NOT_FOUND",
    "GET, /fhir/a/DocumentReference, NOT_FOUND",
    "HEAD, /fhir/youth-office-nordhausen/DocumentReference, METHOD",
    "get, /fhir/youth-office-nordhausen/DocumentReference, METHOD",
    "TRACE, /, METHOD",
    "GET, '', NOT_UNDERSTOOD",
    "GET, /fhir/./x, NOT_UNDERSTOOD"
  })
  void restIsNot(String method, String path, Misfit misfit) {
    assertThat(parse(method, path)).isEqualTo(new Parsed.NotUnderstood(misfit));
  }

  @Test
  void noPathIsReadUnlessItIsWrittenInTheOneForm() {
    Random random = new Random(7);
    String alphabet = "aZ09-._/;%2e\\?#~@:*' ä\u0000";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder path = new StringBuilder(BASE + "DocumentReference/");
      random
          .ints(1 + random.nextInt(12), 0, alphabet.length())
          .forEach(at -> path.append(alphabet.charAt(at)));

      if (parse("GET", path.toString()) instanceof Parsed.Understood understood) {
        FhirRequest.Read read = (FhirRequest.Read) understood.request();
        assertThat(path.toString()).isEqualTo(BASE + "DocumentReference/" + read.id());
        assertThat(read.id().value()).matches("[A-Za-z0-9.-]{1,64}").isNotIn(".", "..");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"BINARY", "SUBSCRIPTION"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyKindOfDataIsReadById(ResourceType type) {
    assertThat(parse("GET", BASE + type.code() + "/x-1")).isEqualTo(understood(read(type, "x-1")));
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY", "SUBSCRIPTION", "PATIENT"})
  void whatHasNoPlaceInTheTableIsNotSearched(ResourceType type) {
    assertThat(parse("GET", BASE + type.code()))
        .isEqualTo(
            understood(new FhirRequest.NotServed(HOLDER, new Operation(type, Interaction.SEARCH))));
  }

  private static FhirRequest read(ResourceType type, String id) {
    return new FhirRequest.Read(HOLDER, type, new ResourceId(id));
  }

  private static Parsed parse(String method, String path) {
    return RequestParser.parse(
        new RawRequest(method, path, Optional.empty(), List.of(), Optional.empty()));
  }

  private static Parsed understood(FhirRequest request) {
    return new Parsed.Understood(request);
  }
}
