package net.sociallook.gateway.pipeline;

import java.util.UUID;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.caller.Caller;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One HTTP exchange with a known caller.
 *
 * @param requestId ours; a caller's own is not looked at
 */
record Visit(ServerWebExchange exchange, UUID requestId, Caller caller) {
  ServerHttpRequest request() {
    return exchange.getRequest();
  }

  ServerHttpResponse response() {
    return exchange.getResponse();
  }

  Mono<Void> refuse(Refusal refusal) {
    return Answers.refuse(response(), refusal);
  }
}
