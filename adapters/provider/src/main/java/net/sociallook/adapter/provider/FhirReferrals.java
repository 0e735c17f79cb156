package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.referral.Referral;
import net.sociallook.adapter.referral.ReferralQuery;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.referral.Referrals;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The referrals of a FHIR server. Drafts are not shown. */
final class FhirReferrals implements Referrals {
  private static final Code OTHER =
      new Code("https://sociallook.net/fhir/CodeSystem/service", "other", "Sonstige Leistung");

  private final Shelf<ServiceRequest, Referral> shelf;

  FhirReferrals(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                ServiceRequest.class,
                List.of("requester", "performer"),
                true,
                request -> List.of(request.getSubject()),
                FhirReferrals::referral));
  }

  @Override
  public Page<Referral> search(String client, ReferralQuery query, PageRequest page) {
    return shelf.search(client, referral -> matches(query, referral), page);
  }

  @Override
  public Optional<Referral> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(ReferralQuery query, Referral referral) {
    return Terms.among(query.status(), referral.status())
        && query.lastUpdated().contains(referral.lastUpdated());
  }

  private static Optional<Referral> referral(ServiceRequest resource, Frame frame) {
    ReferralStatus status =
        Terms.of(
            ReferralStatus.values(),
            Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
            "ServiceRequest.status");
    // "Do not" would turn the request into its opposite, and the record has no word for it.
    if (status == ReferralStatus.DRAFT || resource.getDoNotPerform() || !resource.hasAuthoredOn()) {
      return Optional.empty();
    }
    return Optional.of(
        new Referral(
            Terms.id(resource),
            frame.client(),
            status,
            Terms.code(resource.getCode()).orElse(OTHER),
            Moments.start(resource.getAuthoredOnElement(), frame.existing().zone()),
            frame.caseworker(resource.getRequester()),
            resource.getPerformer().stream()
                .flatMap(it -> frame.party(it, resource.getSubject()).stream())
                .findFirst(),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }
}
