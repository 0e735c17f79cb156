package net.sociallook.registry.staff.inbox;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Purpose;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.ownaccess.GatewayReader;
import net.sociallook.registry.ownaccess.Listing;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.ownaccess.Ticket;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.token.AccessDetails;
import net.sociallook.registry.token.TokenAnswer;
import net.sociallook.registry.token.TokenIssuer;
import net.sociallook.registry.token.TokenRequest;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/**
 * Reads as the system of an institution would: with a consent token that names the caseworker who
 * proved that she is it, bound to the certificate of the institution's inbox. A new token for every
 * look; what is refused is on the client's log like every other attempt.
 */
@Component
class InboxReading {
  private static final int NOT_ALLOWED = 403;

  private final Tokens tokens;
  private final InboxProperties properties;
  private final Path trust;
  private final Clock clock;
  private final Map<InstitutionId, GatewayReader> readers = new ConcurrentHashMap<>();

  /** Where tokens come from, and what is kept of them. */
  @Component
  record Tokens(TokenIssuer issuer, StaffLooks looks) {}

  InboxReading(
      Tokens tokens, InboxProperties properties, RegistryProperties registry, Clock clock) {
    this.tokens = tokens;
    this.properties = properties;
    this.trust = registry.tls().trust();
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Problem#UNAVAILABLE} where the institution has no certificate here
   */
  Outcome<Listing> read(Desk desk, Room room, OwnKind kind) {
    GatewayReader reader = reader(desk);
    return ticket(desk, room, kind, reader)
        .map(ticket -> reader.read(ticket, kind))
        .orElseGet(() -> new Outcome.Refused<>(NOT_ALLOWED));
  }

  /**
   * @param binary {@code {document}-{n}}
   * @throws Refused as {@link #read}
   */
  Outcome<HttpResponse<InputStream>> file(Desk desk, Room room, String binary)
      throws InterruptedException {
    GatewayReader reader = reader(desk);
    Optional<Ticket> ticket = ticket(desk, room, OwnKind.DOCUMENTS, reader);
    return ticket.isEmpty()
        ? new Outcome.Refused<>(NOT_ALLOWED)
        : reader.file(ticket.get(), binary);
  }

  private Optional<Ticket> ticket(Desk desk, Room room, OwnKind kind, GatewayReader reader) {
    if (!desk.isProven() || !desk.institution().inbox()) {
      throw new Refused(Problem.SIGN_IN_NEEDED);
    }
    AccessDetails details =
        new AccessDetails(
            room.patient(),
            room.holder(),
            room.permissions(kind),
            Purpose.CARE_COORDINATION.code(),
            desk.person().id(),
            Optional.empty());
    TokenRequest request = new TokenRequest(desk.institution(), reader.confirmation(), details);
    return switch (tokens.issuer().answer(request)) {
      case TokenAnswer.Issued issued -> {
        tokens.looks().remember(issued.life().id(), desk.attested());
        yield Optional.of(new Ticket(room.holder(), room.patient(), issued.value()));
      }
      case TokenAnswer.Nothing nothing -> Optional.empty();
      case TokenAnswer.UnknownRequester unknown -> Optional.empty();
      case TokenAnswer.TooLong tooLong -> throw new Refused(Problem.UNAVAILABLE);
    };
  }

  private GatewayReader reader(Desk desk) {
    String name = "inbox-" + desk.id();
    Path certificate = Path.of(properties.certificates(), name + ".pem");
    if (properties.certificates().isEmpty() || !Files.isReadable(certificate)) {
      throw new Refused(Problem.UNAVAILABLE);
    }
    return readers.computeIfAbsent(
        desk.id(),
        id ->
            GatewayReader.with(
                new GatewayReader.PemFiles(
                    certificate, Path.of(properties.certificates(), name + ".key"), trust),
                properties.gateways(),
                clock));
  }
}
