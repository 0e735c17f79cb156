package net.sociallook.gateway.pipeline;

import java.util.UUID;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.request.Parsed;
import net.sociallook.gateway.request.RequestParser;
import net.sociallook.gateway.token.AccessToken;
import net.sociallook.gateway.token.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way of a request, from the socket to its answer. Whatever goes wrong on it is a refusal:
 * there is no path to data that leaves a stage out.
 */
public final class FhirPipeline implements GatewayFilter {
  private static final Logger LOG = LoggerFactory.getLogger(FhirPipeline.class);

  private final Door door;
  private final Tokens tokens;
  private final Bodies bodies;
  private final Handover handover;

  /** Where a request goes once its token is verified. */
  record Handover(Register register, Passage passage) {}

  FhirPipeline(Door door, Tokens tokens, Bodies bodies, Handover handover) {
    this.door = door;
    this.tokens = tokens;
    this.bodies = bodies;
    this.handover = handover;
  }

  /** Answers; the chain is never called. */
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    UUID requestId = UUID.randomUUID();
    Answers.prepare(exchange.getResponse(), requestId);
    return Mono.defer(() ->
            switch (door.admit(exchange, requestId)) {
              case Door.Known known -> enter(known.visit());
              case Door.Answered answered -> answered.answer();
            })
        .onErrorResume(error -> failed(exchange, requestId, error));
  }

  private Mono<Void> enter(Visit visit) {
    return tokens
        .verify(visit)
        .flatMap(verdict ->
            switch (verdict) {
              case Verdict.Rejected rejected ->
                  handover.register().refuseToken(visit, rejected.fault().code());
              case Verdict.Accepted accepted -> read(visit, accepted.token());
              case Verdict.KeyUnknown unknown ->
                  Mono.<Void>error(new IllegalStateException("token key: unknown"));
            });
  }

  private Mono<Void> read(Visit visit, AccessToken token) {
    return bodies
        .read(visit.request())
        .map(RequestParser::parse)
        .flatMap(parsed ->
            switch (parsed) {
              case Parsed.NotUnderstood not ->
                  handover.register().refuseRequest(visit, token, Denials.of(not.misfit()));
              case Parsed.Understood understood ->
                  handover.passage().enter(new Asked(visit, token, understood.request()));
            })
        .onErrorResume(
            DataBufferLimitException.class,
            e -> handover.register().refuseRequest(visit, token, Refusal.TOO_LARGE));
  }

  private static Mono<Void> failed(ServerWebExchange exchange, UUID requestId, Throwable error) {
    LOG.warn("request {}: {}", requestId, error.getClass().getSimpleName());
    return exchange.getResponse().isCommitted()
        ? Mono.empty()
        : Answers.refuse(exchange.getResponse(), Refusal.UNAVAILABLE);
  }
}
