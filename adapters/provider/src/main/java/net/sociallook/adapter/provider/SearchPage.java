package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Resource;

/**
 * One page of what a server answers to a search.
 *
 * @param matches what was searched for
 * @param included what it refers to
 * @param next the address of the next page, as the server wrote it
 */
record SearchPage<T extends Resource>(
    List<T> matches, List<Resource> included, Optional<String> next) {

  /**
   * @throws SystemFailure if it is not the answer to a search of this type, or tells of an error
   */
  static <T extends Resource> SearchPage<T> of(Resource answer, Class<T> type) {
    if (!(answer instanceof Bundle bundle) || bundle.getType() != BundleType.SEARCHSET) {
      throw new SystemFailure("answer to a search: not a searchset");
    }
    bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(OperationOutcome.class::isInstance)
        .map(OperationOutcome.class::cast)
        .forEach(SearchPage::refuseErrors);
    return new SearchPage<>(
        bundle.getEntry().stream()
            .filter(entry -> isMatch(entry, type))
            .map(entry -> match(entry, type))
            .toList(),
        bundle.getEntry().stream()
            .filter(BundleEntryComponent::hasResource)
            .map(BundleEntryComponent::getResource)
            .filter(resource -> !type.isInstance(resource))
            .toList(),
        bundle.getLink().stream()
            .filter(link -> "next".equals(link.getRelation()))
            .map(BundleLinkComponent::getUrl)
            .findFirst());
  }

  private static boolean isMatch(BundleEntryComponent entry, Class<?> type) {
    SearchEntryMode mode = entry.getSearch().getMode();
    return mode == SearchEntryMode.MATCH || mode == null && type.isInstance(entry.getResource());
  }

  private static <T> T match(BundleEntryComponent entry, Class<T> type) {
    if (!type.isInstance(entry.getResource())) {
      throw new SystemFailure("match: of another type (expected: what was searched for)");
    }
    return type.cast(entry.getResource());
  }

  private static void refuseErrors(OperationOutcome outcome) {
    outcome.getIssue().stream()
        .map(issue -> issue.getSeverity())
        .filter(it -> it == IssueSeverity.ERROR || it == IssueSeverity.FATAL)
        .findFirst()
        .ifPresent(severity -> {
          throw new SystemFailure("answer to a search: with an error");
        });
  }
}
