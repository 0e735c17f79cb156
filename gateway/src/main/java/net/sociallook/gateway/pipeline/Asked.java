package net.sociallook.gateway.pipeline;

import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Requester;
import net.sociallook.gateway.cursor.Cursor;
import net.sociallook.gateway.lease.TokenStanding;
import net.sociallook.gateway.request.FhirRequest;
import net.sociallook.gateway.token.Claims;
import net.sociallook.gateway.token.ConsentToken;

/** An understood request with the verified token it came with. */
record Asked(Visit visit, ConsentToken token, FhirRequest request) {
  InstitutionId holder() {
    return request.holder();
  }

  TokenStanding standing() {
    Claims claims = token.claims();
    return new TokenStanding(
        claims.version().grant(), claims.version().number(), claims.jti(), claims.readAt());
  }

  /** The request in the terms of the policy; the client by her pseudonym at the holder. */
  AccessRequest.ByInstitution access(ClientId atHolder) {
    Claims claims = token.claims();
    Requester requester =
        new Requester(
            claims.recipient(),
            visit.caller().institution().kind(),
            claims.caseworker(),
            claims.team());
    return new AccessRequest.ByInstitution(
        new Grant.Parties(atHolder, claims.recipient()),
        requester,
        holder(),
        new AccessRequest.Act(request.operation(), Purpose.CARE_COORDINATION));
  }

  Cursor.Bound cursorBound() {
    return new Cursor.Bound(holder(), token.claims().version(), visit.caller().thumbprint());
  }
}
