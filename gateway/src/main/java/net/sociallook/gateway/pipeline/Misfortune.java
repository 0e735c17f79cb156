package net.sociallook.gateway.pipeline;

import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.delivery.AnswerCut;
import net.sociallook.gateway.filter.DefectiveAnswer;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.upstream.HolderFailure;
import net.sociallook.gateway.upstream.NotAdmitted;

/** What the caller is told, and what is recorded, when an admitted request does not succeed. */
record Misfortune(Refusal refusal, Ending.Result result) {

  static Misfortune of(Throwable error) {
    return switch (error) {
      case NotAdmitted n -> of(n.refused());
      case AnswerCut c -> new Misfortune(Refusal.TOKEN_REFUSED, Ending.Result.WITHDRAWN);
      case NotThere n -> new Misfortune(Refusal.NOT_FOUND, Ending.Result.COMPLETED);
      case KindNotKept k -> new Misfortune(Refusal.KIND_NOT_KEPT, Ending.Result.COMPLETED);
      case UnusableAnswer u ->
          new Misfortune(Refusal.HOLDER_FAILED, Ending.Result.REFUSED_UPSTREAM);
      case DefectiveAnswer d -> new Misfortune(Refusal.HOLDER_FAILED, Ending.Result.FAILED);
      case HolderFailure f -> of(f.kind());
      default -> new Misfortune(Refusal.UNAVAILABLE, Ending.Result.FAILED);
    };
  }

  private static Misfortune of(Refused refused) {
    return switch (refused) {
      case NO_LEASE -> new Misfortune(Refusal.UNAVAILABLE, Ending.Result.FAILED);
      case VERSION_DEAD, TOKEN_REVOKED, SESSION_ENDED, READ_TOO_OLD ->
          new Misfortune(Refusal.TOKEN_REFUSED, Ending.Result.WITHDRAWN);
    };
  }

  private static Misfortune of(HolderFailure.Kind kind) {
    return switch (kind) {
      case TIMED_OUT -> new Misfortune(Refusal.HOLDER_SLOW, Ending.Result.FAILED);
      case STAMP_REFUSED -> new Misfortune(Refusal.HOLDER_FAILED, Ending.Result.REFUSED_UPSTREAM);
      case UNREACHABLE, ODD_ANSWER -> new Misfortune(Refusal.HOLDER_FAILED, Ending.Result.FAILED);
    };
  }
}
