package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.referral.Referral;
import net.sociallook.adapter.referral.ReferralQuery;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Referrals as ServiceRequests. */
final class ReferralMapping {
  static final Mapping<Referral, ReferralQuery> MAPPING =
      new Mapping<>(
          ResourceKind.SERVICE_REQUEST, ReferralMapping::query, ReferralMapping::resource);

  private ReferralMapping() {}

  private static ReferralQuery query(Filters filters) {
    return new ReferralQuery(
        filters.choice("status", ReferralStatus.values()), filters.lastUpdated());
  }

  private static ServiceRequest resource(Referral referral, Subject subject) {
    ServiceRequest resource = new ServiceRequest();
    resource.setStatus(ServiceRequestStatus.fromCode(referral.status().code()));
    resource.setIntent(ServiceRequestIntent.ORDER);
    resource.setCode(Terms.concept(referral.service()));
    resource.setSubject(subject.patientReference());
    resource.setAuthoredOn(Date.from(referral.authored()));
    referral.requester().map(Terms::author).ifPresent(resource::setRequester);
    referral
        .performer()
        .map(performer -> Terms.party(performer, subject))
        .ifPresent(resource::addPerformer);
    return resource;
  }
}
