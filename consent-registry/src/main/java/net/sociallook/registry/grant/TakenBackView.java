package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import java.util.function.Function;
import net.sociallook.registry.grant.TakingBack.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The answer to everything that takes something back.
 *
 * @param state what is now true everywhere; or {@code checking}, and then nothing else is said
 * @param effectiveAfterMillis from the commit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakenBackView(
    String state,
    @Nullable Integer version,
    @Nullable UUID block,
    @Nullable Long sequence,
    @Nullable Long effectiveAfterMillis) {

  static ResponseEntity<TakenBackView> ofGrant(String state, Outcome<Integer> outcome) {
    return answer(
        outcome,
        in ->
            new TakenBackView(
                state, in.taken().what(), null, in.taken().sequence(), in.after().toMillis()));
  }

  static ResponseEntity<TakenBackView> ofBlock(Outcome<UUID> outcome) {
    return answer(
        outcome,
        in ->
            new TakenBackView(
                "blocked", null, in.taken().what(), in.taken().sequence(), in.after().toMillis()));
  }

  private static <T> ResponseEntity<TakenBackView> answer(
      Outcome<T> outcome, Function<Outcome.InForce<T>, TakenBackView> view) {
    return switch (outcome) {
      case Outcome.InForce<T> inForce -> ResponseEntity.ok(view.apply(inForce));
      case Outcome.Checking<T> checking ->
          ResponseEntity.accepted().body(new TakenBackView("checking", null, null, null, null));
    };
  }
}
