package net.sociallook.registry.ownaccess;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * What a client's institutions have of her, read at this moment. Each is asked on its own; one that
 * is silent does not keep the others from being shown. Thread-safe.
 */
public final class OwnData {
  private final Holders holders;
  private final Tickets tickets;
  private final GatewayClient gateway;
  private final HolderReader reader;

  OwnData(Holders holders, Tickets tickets, GatewayClient gateway) {
    this.holders = holders;
    this.tickets = tickets;
    this.gateway = gateway;
    this.reader = new HolderReader(gateway);
  }

  /** What came of asking one institution. */
  public record AtHolder(InstitutionId holder, Outcome<Listing> outcome) {}

  /**
   * All of one kind, by institution in alphabetical order.
   *
   * @throws Refused with {@code sign-in-needed} in a session that nobody signed in to
   */
  public List<AtHolder> read(SignedIn signedIn, OwnKind kind) {
    return read(signedIn, kind, Together.WITHIN);
  }

  /**
   * The same; who has not answered within this time is silent.
   *
   * @throws Refused as {@link #read(SignedIn, OwnKind)}
   */
  public List<AtHolder> read(SignedIn signedIn, OwnKind kind, Duration within) {
    return read(signedIn, kind, holders.of(signedIn), within);
  }

  /**
   * The same of these institutions alone, in their order; who is not linked, or holds no data,
   * refuses.
   *
   * @throws Refused as {@link #read(SignedIn, OwnKind)}
   */
  public List<AtHolder> read(
      SignedIn signedIn, OwnKind kind, List<InstitutionId> wanted, Duration within) {
    tickets.require(signedIn);
    Set<InstitutionId> linked = new HashSet<>(holders.of(signedIn));
    List<Callable<Outcome<Listing>>> questions = new ArrayList<>();
    for (InstitutionId holder : wanted) {
      questions.add(
          () -> linked.contains(holder) ? read(signedIn, holder, kind) : new Outcome.Refused<>(0));
    }
    List<Outcome<Listing>> outcomes = Together.ask(questions, within);
    List<AtHolder> all = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      all.add(new AtHolder(wanted.get(i), outcomes.get(i)));
    }
    return all;
  }

  /**
   * All of one kind that one institution has, which is waited for as long as there is.
   *
   * @throws Refused as {@link #read(SignedIn, OwnKind)}; with {@code not-found} where the client is
   *     not linked, or the institution holds no data
   */
  public Outcome<Listing> readAt(SignedIn signedIn, InstitutionId holder, OwnKind kind) {
    tickets.require(signedIn);
    if (!holders.of(signedIn).contains(holder)) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return read(signedIn, kind, List.of(holder), Together.WITHIN).getFirst().outcome();
  }

  private Outcome<Listing> read(SignedIn signedIn, InstitutionId holder, OwnKind kind)
      throws InterruptedException {
    Optional<Ticket> ticket = tickets.forHolder(signedIn, holder, Optional.empty());
    return ticket.isEmpty() ? new Outcome.Refused<>(0) : reader.read(ticket.get(), kind.type());
  }

  /**
   * One file of a document; the caller closes the body.
   *
   * @param binary {@code {document}-{n}}
   * @throws Refused as {@link #read(SignedIn, OwnKind)}
   */
  Outcome<HttpResponse<InputStream>> file(SignedIn signedIn, InstitutionId holder, String binary)
      throws InterruptedException {
    tickets.require(signedIn);
    Optional<Ticket> ticket = tickets.forHolder(signedIn, holder, Optional.empty());
    return ticket.isEmpty()
        ? new Outcome.Refused<>(0)
        : gateway.open(ticket.get(), "Binary/" + binary, "*/*");
  }
}
