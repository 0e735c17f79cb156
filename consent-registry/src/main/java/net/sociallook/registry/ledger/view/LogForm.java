package net.sociallook.registry.ledger.view;

import java.util.List;
import java.util.function.Supplier;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/** The two forms of a view. Who does not say gets JSON. */
enum LogForm {
  JSON(MediaType.APPLICATION_JSON),
  FHIR(MediaType.valueOf("application/fhir+json"));

  private final MediaType type;

  LogForm(MediaType type) {
    this.type = type;
  }

  /**
   * Answers in the form that the caller prefers.
   *
   * @param accept header of the request
   * @throws Refused if it accepts neither
   */
  static ResponseEntity<Object> answer(
      @Nullable String accept, Supplier<Object> json, Supplier<Object> fhir) {
    LogForm form = preferred(accept);
    Object body =
        switch (form) {
          case JSON -> json.get();
          case FHIR -> fhir.get();
        };
    return ResponseEntity.ok()
        .contentType(form.type)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .body(body);
  }

  private static LogForm preferred(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(accepted);
      return accepted.stream()
          .filter(range -> range.getQualityValue() > 0)
          .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
          .flatMap(range -> List.of(values()).stream().filter(form -> range.includes(form.type)))
          .findFirst()
          .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTABLE));
    } catch (InvalidMediaTypeException e) {
      throw new Refused(Problem.NOT_ACCEPTABLE);
    }
  }
}
