package net.sociallook.gateway.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.gateway.token.TokenFault;
import net.sociallook.gateway.token.TokenVerifier;
import net.sociallook.gateway.token.Verdict;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes the bearer token from a request and has it verified, off the threads of the network.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750 §2.1</a>
 */
final class Tokens {
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+)");

  private final TokenVerifier verifier;
  private final IssuerKeys keys;
  private final Clock clock;

  Tokens(TokenVerifier verifier, IssuerKeys keys, Clock clock) {
    this.verifier = verifier;
    this.keys = keys;
    this.clock = clock;
  }

  /** Fails where the issuer's keys cannot be had. Never answers {@link Verdict.KeyUnknown}. */
  Mono<Verdict> verify(Visit visit) {
    Optional<String> token = bearer(visit.request().getHeaders());
    if (token.isEmpty()) {
      return Mono.just(new Verdict.Rejected(TokenFault.MISSING));
    }
    Mono<Verdict> verified = once(visit, token.get());
    return verified.flatMap(verdict ->
        verdict instanceof Verdict.KeyUnknown
            ? keys.refresh().then(once(visit, token.get())).map(Tokens::known)
            : Mono.just(verdict));
  }

  private Mono<Verdict> once(Visit visit, String token) {
    return Mono.fromSupplier(() -> verifier.verify(token, visit.caller(), clock.instant()))
        .subscribeOn(Schedulers.parallel());
  }

  private static Verdict known(Verdict verdict) {
    return verdict instanceof Verdict.KeyUnknown
        ? new Verdict.Rejected(TokenFault.SIGNATURE)
        : verdict;
  }

  private static Optional<String> bearer(HttpHeaders headers) {
    List<String> values = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (values.size() != 1) {
      return Optional.empty();
    }
    Matcher matcher = BEARER.matcher(values.getFirst());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
