package net.sociallook.registry.ownaccess;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import net.sociallook.registry.token.Confirmation;

/** Reads through gateways with a certificate, and with tokens that are bound to it. Thread-safe. */
public final class GatewayReader {
  private final GatewayIdentity identity;
  private final GatewayClient gateway;

  private GatewayReader(GatewayIdentity identity, Nodes nodes) {
    this.identity = identity;
    this.gateway = new GatewayClient(identity, nodes);
  }

  /** A certificate and its key, and whom to trust as a gateway; PEM files. */
  public record PemFiles(Path certificate, Path key, Path trust) {}

  /**
   * @throws net.sociallook.registry.RefusesToStart if the files cannot be read
   */
  public static GatewayReader with(PemFiles files, List<URI> gateways, Clock clock) {
    return new GatewayReader(
        GatewayIdentity.load(files.certificate(), files.key(), files.trust()),
        new Nodes(gateways, clock));
  }

  /** What tokens must be bound to. */
  public Confirmation confirmation() {
    return identity.confirmation();
  }

  /** All of one kind, within ten seconds. */
  public Outcome<Listing> read(Ticket ticket, OwnKind kind) {
    HolderReader reader = new HolderReader(gateway);
    return Together.ask(List.<Callable<Outcome<Listing>>>of(() -> reader.read(ticket, kind.type())))
        .getFirst();
  }

  /**
   * One file of a document; the caller closes the body.
   *
   * @param binary {@code {document}-{n}}
   */
  public Outcome<HttpResponse<InputStream>> file(Ticket ticket, String binary)
      throws InterruptedException {
    return gateway.open(ticket, "Binary/" + binary, "*/*");
  }
}
