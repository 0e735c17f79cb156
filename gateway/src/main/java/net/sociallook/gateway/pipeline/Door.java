package net.sociallook.gateway.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.caller.Caller;
import net.sociallook.gateway.caller.Callers;
import net.sociallook.gateway.caller.Strangers;
import net.sociallook.gateway.metadata.PublicDocuments;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Knows callers by the certificate of the TLS session alone; no header counts. Strangers get public
 * documents and refusals, as often as their address may have them, and are counted.
 */
final class Door {
  private final Callers callers;
  private final Strangers strangers;
  private final PublicDocuments documents;
  private final Counter refused;

  Door(Callers callers, Strangers strangers, PublicDocuments documents, MeterRegistry meters) {
    this.callers = callers;
    this.strangers = strangers;
    this.documents = documents;
    this.refused = meters.counter("sociallook.gateway.strangers.refused");
  }

  /** What came of knocking. */
  sealed interface Admittance {}

  record Known(Visit visit) implements Admittance {}

  record Answered(Mono<Void> answer) implements Admittance {}

  Admittance admit(ServerWebExchange exchange, UUID requestId) {
    Optional<Caller> caller = caller(exchange.getRequest());
    if (caller.isEmpty() && !mayKnock(exchange.getRequest())) {
      return refuse(exchange, Refusal.TOO_MANY_REQUESTS);
    }
    Optional<PublicDocuments.Document> document = document(exchange.getRequest());
    if (document.isPresent()) {
      return new Answered(
          Answers.write(exchange.getResponse(), 200, document.get().type(), document.get().body()));
    }
    return caller.isPresent()
        ? new Known(new Visit(exchange, requestId, caller.get()))
        : refuse(exchange, Refusal.UNIDENTIFIED);
  }

  private Answered refuse(ServerWebExchange exchange, Refusal refusal) {
    refused.increment();
    return new Answered(Answers.refuse(exchange.getResponse(), refusal));
  }

  private Optional<Caller> caller(ServerHttpRequest request) {
    SslInfo session = request.getSslInfo();
    X509Certificate[] chain = session == null ? null : session.getPeerCertificates();
    return chain == null || chain.length == 0 ? Optional.empty() : callers.identify(chain[0]);
  }

  private boolean mayKnock(ServerHttpRequest request) {
    InetSocketAddress address = request.getRemoteAddress();
    return address != null && strangers.mayKnock(address.getAddress());
  }

  private Optional<PublicDocuments.Document> document(ServerHttpRequest request) {
    return HttpMethod.GET.equals(request.getMethod())
        ? documents.find(request.getURI().getRawPath())
        : Optional.empty();
  }
}
