package net.sociallook.gateway.pipeline;

import java.util.Optional;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Requester;
import net.sociallook.gateway.caller.Caller;
import net.sociallook.gateway.cursor.Cursor;
import net.sociallook.gateway.lease.TokenStanding;
import net.sociallook.gateway.request.FhirRequest;
import net.sociallook.gateway.token.AccessToken;
import net.sociallook.gateway.token.Claims;
import net.sociallook.gateway.token.ConsentToken;
import net.sociallook.gateway.token.OwnAccessToken;

/** An understood request with the verified token it came with. */
record Asked(Visit visit, AccessToken token, FhirRequest request) {
  InstitutionId holder() {
    return request.holder();
  }

  TokenStanding standing() {
    return switch (token) {
      case ConsentToken consent ->
          new TokenStanding(
              consent.claims().version().grant(),
              consent.claims().version().number(),
              consent.envelope().jti(),
              consent.claims().readAt());
      case OwnAccessToken own ->
          new TokenStanding(
              new TokenStanding.Root.OfSession(own.claims().session()),
              own.envelope().jti(),
              own.claims().readAt());
    };
  }

  /**
   * With whose eyes the answer is looked at: the caseworker who asks, or in a preview the one who
   * would. Empty for the client's own.
   */
  Optional<Requester> requester() {
    return switch (token) {
      case ConsentToken consent -> Optional.of(requester(consent.claims(), visit.caller()));
      case OwnAccessToken own -> own.preview().map(OwnAccessToken.Preview::requester);
    };
  }

  private static Requester requester(Claims claims, Caller caller) {
    InstitutionKind kind =
        switch (caller) {
          case Caller.OfInstitution institution -> institution.institution().kind();
          case Caller.ClientPage page ->
              throw new IllegalStateException("caller: the client page (expected: an institution)");
        };
    return new Requester(claims.recipient(), kind, claims.caseworker(), claims.team());
  }

  /** The request in the terms of the policy; the client by her pseudonym at the holder. */
  AccessRequest access(ClientId atHolder) {
    return requester()
        .<AccessRequest>map(requester ->
            new AccessRequest.ByInstitution(
                new Grant.Parties(atHolder, requester.institution()),
                requester,
                holder(),
                new AccessRequest.Act(request.operation(), Purpose.CARE_COORDINATION)))
        .orElseGet(() -> new AccessRequest.ByClient(atHolder, holder(), request.operation()));
  }

  Consents consents(ClientId atHolder) {
    return token.consentsAt(holder(), atHolder);
  }

  Cursor.Bound cursorBound() {
    Grant.Version version =
        switch (token) {
          case ConsentToken consent -> consent.claims().version();
          case OwnAccessToken own -> own.version();
        };
    return new Cursor.Bound(holder(), version, visit.caller().thumbprint());
  }
}
