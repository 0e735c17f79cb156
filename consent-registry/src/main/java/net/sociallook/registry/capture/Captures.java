package net.sociallook.registry.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Capturing;
import net.sociallook.registry.grant.Witnessing;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Captures from the first question to the grant. */
@Component
public class Captures {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration AT_THE_DESK = Duration.ofHours(1);
  private static final Duration ON_PAPER = Duration.ofDays(30);

  private final CaptureStore store;
  private final Capturing capturing;
  private final DeskRecords records;
  private final Clock clock;

  Captures(CaptureStore store, Capturing capturing, DeskRecords records, Clock clock) {
    this.store = store;
    this.capturing = capturing;
    this.records = records;
    this.clock = clock;
  }

  /**
   * What a client wants, in the words of the one who captures.
   *
   * @param by who captures
   * @param language of the text, {@code de} or {@code en}
   * @param released whether she releases those at the institution who are bound to secrecy
   */
  public record Wish(
      Attested by,
      CaseworkerId witness,
      EvidenceLevel level,
      InstitutionId recipient,
      List<Provision> provisions,
      String language,
      boolean released) {}

  /**
   * Puts together what the client hears or reads. It gives nothing.
   *
   * @throws Refused if the witness is not another caseworker of the institution, or the wish is not
   *     one that it can witness
   */
  @Transactional
  public Capture prepare(Institution institution, UUID client, Wish wish) {
    String caseworker = nameOf(institution, wish.by().caseworker());
    String witness = nameOf(institution, wish.witness());
    if (wish.by().caseworker().equals(wish.witness())) {
      throw malformed("witness: the same person (expected: another caseworker)");
    }
    if (!wish.level().isWitnessed() || !institution.accepts(wish.level())) {
      throw malformed("level: not accepted (expected: one that the institution accepts)");
    }
    Capturing.Prepared prepared =
        capturing.prepare(
            client,
            new Capturing.Wanted(
                institution.id(),
                wish.recipient(),
                wish.provisions(),
                wish.language(),
                wish.released(),
                new Capturing.Names(institution.name(), caseworker, witness)));
    Instant now = clock.instant();
    Capture capture =
        new Capture(
            UUID.randomUUID(),
            institution.id(),
            client,
            wish.recipient(),
            wish.level(),
            wish.by().caseworker(),
            wish.witness(),
            prepared,
            Optional.empty(),
            Optional.empty(),
            now,
            now.plus(wish.level() == EvidenceLevel.PAPER ? ON_PAPER : AT_THE_DESK));
    DeskRecords.Step step = DeskRecords.Step.of(DeskAct.CAPTURE_PREPARED);
    store.add(capture, step.id());
    keep(step, Optional.of(wish.by()), capture);
    return capture;
  }

  /**
   * @throws Refused if the institution has no such capture
   */
  public Capture find(InstitutionId institution, UUID id) {
    return store.find(institution, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** The newest first. */
  public List<Capture> newest(InstitutionId institution) {
    return store.newest(institution);
  }

  public Capture.Phase phase(Capture capture) {
    return capture.phase(clock.instant());
  }

  /** What the institution has to sign, but for the time. */
  public Map<String, String> toState(Institution institution, Capture capture) {
    return statement(institution, capture).claims();
  }

  /**
   * Records the sheet that the client has signed; another one takes the place of the first, until
   * it is stated.
   *
   * @param by empty where the institution's system says so, for the one who captures
   * @throws Refused if it is over, is not on paper, or was signed on a day that cannot be
   */
  @Transactional
  public void attach(Institution institution, UUID id, Scan scan, Optional<Attested> by) {
    Capture capture = open(institution.id(), id);
    if (capture.level() != EvidenceLevel.PAPER) {
      throw malformed("level: assisted (expected: paper)");
    }
    LocalDate earliest = LocalDate.ofInstant(capture.createdAt(), BERLIN);
    if (scan.signedOn().isBefore(earliest)
        || scan.signedOn().isAfter(LocalDate.now(clock.withZone(BERLIN)))) {
      throw malformed("signedOn: another day (expected: since it was printed, until today)");
    }
    DeskRecords.Step step = DeskRecords.Step.of(DeskAct.PAPER_RECORDED);
    if (!store.attach(id, scan, step.id())) {
      throw new Refused(Problem.ENDED);
    }
    keep(step, by, find(institution.id(), id));
  }

  /**
   * Makes the grant. Said again, it changes nothing.
   *
   * @param statement compact JWS
   * @param by empty where the institution's system says so, for the one who captures
   * @throws Refused if it does not say exactly what it has to, or the grant has changed since
   */
  @Transactional
  public Capture state(Institution institution, UUID id, String statement, Optional<Attested> by) {
    Capture found = find(institution.id(), id);
    if (found.takenAt().isPresent()) {
      return found;
    }
    Capture capture = open(institution.id(), id);
    Instant now = clock.instant();
    boolean complete = capture.phase(now) == Capture.Phase.UNSTATED;
    if (!complete || !statement(institution, capture).isSaidBy(statement, now)) {
      throw new Refused(Problem.STATEMENT_REFUSED);
    }
    DeskRecords.Step step = DeskRecords.Step.of(DeskAct.CAPTURED);
    if (!store.take(id, now, step.id())) {
      throw new Refused(Problem.ENDED);
    }
    int version =
        capturing.take(
            capture.client(),
            capture.prepared(),
            new Witnessing(
                id,
                institution.id(),
                capture.level(),
                capture.caseworker(),
                capture.witness(),
                capture.scan().map(Scan::signedOn),
                now,
                statement));
    keep(step.giving(version), by, capture);
    return find(institution.id(), id);
  }

  private void keep(DeskRecords.Step step, Optional<Attested> by, Capture capture) {
    records.keep(
        step,
        by.orElseGet(() -> Attested.bySystem(capture.caseworker())),
        capture,
        capturing.provisions(capture.prepared()));
  }

  private Capture open(InstitutionId institution, UUID id) {
    Capture capture = find(institution, id);
    return switch (capture.phase(clock.instant())) {
      case UNSIGNED, UNSTATED -> capture;
      case GIVEN, ENDED -> throw new Refused(Problem.ENDED);
    };
  }

  private WitnessStatement statement(Institution institution, Capture capture) {
    return new WitnessStatement(
        institution,
        capture,
        records
            .pseudonym(capture.client(), institution.id())
            .orElseThrow(() -> new Refused(Problem.NOT_LINKED)));
  }

  private static String nameOf(Institution institution, CaseworkerId id) {
    return institution
        .caseworker(id)
        .map(one -> one.name() + " (" + one.role() + ")")
        .orElseThrow(
            () -> malformed("caseworker or witness: unknown (expected: of the institution)"));
  }

  private static Refused malformed(String message) {
    return new Refused(Problem.MALFORMED, message);
  }
}
