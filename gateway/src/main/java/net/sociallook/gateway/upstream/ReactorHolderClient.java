package net.sociallook.gateway.upstream;

import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.NodeKey;
import reactor.core.publisher.Mono;

/** Calls adapters with Reactor Netty: mutual TLS, one pool of connections for each adapter. */
public final class ReactorHolderClient implements HolderClient, AutoCloseable {
  private final Assertions assertions;
  private final Function<String, SslContext> tls;
  private final Clocks clocks;
  private final Patience patience;
  private final Map<Place, Adapter> adapters = new ConcurrentHashMap<>();

  private record Place(String holder, URI base) {}

  /**
   * How long is waited.
   *
   * @param connect for a connection and its TLS handshake
   * @param answer until an answer begins, between two parts of it, and for each 16 KiB of it
   */
  public record Patience(Duration connect, Duration answer) {}

  /**
   * @param tls the TLS towards the server of this common name
   */
  public ReactorHolderClient(
      NodeKey key, Function<String, SslContext> tls, Clocks clocks, Patience patience) {
    this.assertions = new Assertions(key);
    this.tls = tls;
    this.clocks = clocks;
    this.patience = patience;
  }

  @Override
  public Mono<HolderAnswer> send(HolderRequest request, LastCheck check) {
    Place place = new Place(request.claims().holder(), request.adapter());
    return Mono.defer(() -> adapters.computeIfAbsent(place, this::connect).send(request, check));
  }

  private Adapter connect(Place place) {
    return new Adapter(tls.apply("adapter:" + place.holder()), patience, assertions, clocks);
  }

  @Override
  public void close() {
    adapters.values().forEach(Adapter::close);
  }
}
