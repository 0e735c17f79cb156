package net.sociallook.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * Whether JSON is a valid resource of R4, by a validator that is not ours: structure,
 * cardinalities, primitive types, required bindings and invariants. One for all tests, for its
 * first use takes seconds.
 */
public final class R4 {
  private static final FhirValidator VALIDATOR = validator();

  /** Of IHE and our own: their rules are assertions elsewhere in these tests. */
  private static final Pattern UNKNOWN_PROFILE =
      Pattern.compile(
          "(Profile reference '|Invalid profile. Failed to retrieve profile with url=)"
              + "https://(profiles[.]ihe[.]net|sociallook[.]net)/\\S*StructureDefinition/.*");

  private R4() {}

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

  /** What is wrong with it; empty if nothing. */
  public static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .filter(message -> !UNKNOWN_PROFILE.matcher(message.getMessage()).matches())
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }
}
