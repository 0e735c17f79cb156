package net.sociallook.gateway.r4;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * Whether JSON is a valid resource of R4: structure, cardinalities, primitive types, required
 * bindings and invariants. One validator for all tests, for its first use takes seconds; a text is
 * validated once.
 */
public final class R4Validity {
  private static final FhirValidator VALIDATOR = validator();
  private static final Set<String> VALID = ConcurrentHashMap.newKeySet();

  private R4Validity() {}

  private static FhirValidator validator() {
    FhirContext r4 = FhirContext.forR4Cached();
    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new InMemoryTerminologyServerValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4)));
    instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    return r4.newValidator().registerValidatorModule(instances);
  }

  /** Takes its seconds now, and not while a test waits. */
  public static void warmUp() {
    check(
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"login\"}]}");
    check("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
  }

  /** What is wrong with it; empty if nothing. */
  public static List<String> errors(String json) {
    if (VALID.contains(json)) {
      return List.of();
    }
    List<String> errors =
        VALIDATOR.validateWithResult(json).getMessages().stream()
            .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
            .map(message -> message.getLocationString() + ": " + message.getMessage())
            .toList();
    if (errors.isEmpty()) {
      VALID.add(json);
    }
    return errors;
  }

  /**
   * @throws AssertionError if it is not a valid resource
   */
  public static void check(String json) {
    List<String> errors = errors(json);
    if (!errors.isEmpty()) {
      throw new AssertionError("R4: " + errors + " (expected: valid): " + json);
    }
  }
}
