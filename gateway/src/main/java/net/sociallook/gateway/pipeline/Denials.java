package net.sociallook.gateway.pipeline;

import net.sociallook.consent.Reason;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.request.Misfit;

/** What a caller is told of a denial. The ledger alone holds the reason. */
final class Denials {
  private Denials() {}

  /**
   * What lies open in the token is 403; what is not to be seen is 404.
   *
   * @param reason why the policy denies the request as a whole
   */
  static Refusal of(Reason reason) {
    return switch (reason) {
      case PERMISSION_NOT_COVERED, REQUESTER_NOT_COVERED, NOT_YET_VALID, EXPIRED ->
          Refusal.NOT_COVERED;
      case NOT_LINKED,
          NO_GRANT,
          GRANT_WITHDRAWN,
          BLOCKED,
          OTHER_CLIENT,
          TYPE_NOT_COVERED,
          DOCUMENT_NOT_COVERED,
          CONFIDENTIALITY_ABOVE_CEILING,
          NEVER_SANCTION,
          NOT_PARTY_TO_MESSAGE,
          SLOT_NOT_FREE ->
          Refusal.NOT_FOUND;
    };
  }

  static Refusal of(Misfit misfit) {
    return switch (misfit) {
      case NOT_UNDERSTOOD -> Refusal.NOT_UNDERSTOOD;
      case NOT_FOUND -> Refusal.NOT_FOUND;
      case METHOD -> Refusal.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> Refusal.NOT_ACCEPTABLE;
      case MEDIA_TYPE -> Refusal.MEDIA_TYPE_NOT_SUPPORTED;
    };
  }
}
