package net.sociallook.registry.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.ownaccess.OwnKind;

/** Keys of texts whose last part is computed; a new one is entered here. */
final class KeyFamilies {
  private static final List<String> CAPACITIES = List.of("guardian", "carer");
  private static final List<String> PHASES = List.of("open", "accepted", "linked", "expired");

  /** Each computed key, as {@code prefix.value.suffix} of all combinations. */
  private static final List<Family> FAMILIES =
      List.of(
          new Family("acting.as.", CAPACITIES, List.of("")),
          new Family("acting.whom.", CAPACITIES, List.of("")),
          new Family("arrive.role.", CAPACITIES, List.of("")),
          new Family("representatives.as.", CAPACITIES, List.of("")),
          new Family("by.", CAPACITIES, List.of("")),
          new Family(
              "area.",
              List.of("authorities", "assets", "health", "housing", "education"),
              List.of("")),
          new Family(
              "arrive.trouble.",
              List.of("used", "expired", "unknown", "too-many-tries"),
              List.of("")),
          new Family(
              "device.trouble.",
              List.of("used", "expired", "unknown", "too-many-tries"),
              List.of("")),
          new Family(
              "problem.",
              List.of("not-found", "unavailable", "internal", "refused", "too-large"),
              List.of(".title", ".text")),
          new Family("permission.", permissions(), List.of("", ".about")),
          new Family(
              "signing.preview.kind.",
              List.of(
                  "document-reference",
                  "appointment",
                  "goal",
                  "care-plan",
                  "communication",
                  "patient"),
              List.of("")),
          new Family("signing.stopped.", List.of("all", "some", "parts"), List.of("")),
          new Family("giving.raised.", List.of("r", "v"), List.of("")),
          new Family("giving.level.", List.of("n", "r", "v"), List.of("")),
          new Family(
              "giving.preset.", List.of("appointments", "read-along", "together"), List.of("")),
          new Family("giving.trouble.", List.of("nothing", "until"), List.of("")),
          new Family(
              "notices.topic.",
              List.of("request", "first-look", "message", "answer"),
              List.of("", ".about")),
          new Family(
              "giving.law.",
              List.of(
                  "who", "data", "purpose", "time", "free", "back", "never", "duty", "special",
                  "secret", "rights", "proof"),
              List.of("", ".title")));

  private static final List<String> CAPTURE_PHASES =
      List.of("unsigned", "unstated", "given", "ended");

  /** Of the staff's page. */
  private static final List<Family> STAFF =
      List.of(
          new Family("staff.phase.", PHASES, List.of("")),
          new Family("staff.capacity.", CAPACITIES, List.of("")),
          new Family(
              "staff.area.",
              List.of("authorities", "assets", "health", "housing", "education"),
              List.of("")),
          new Family("staff.recovery.", List.of("waiting", "full", "refused"), List.of("")),
          new Family("staff.invitation.", PHASES, List.of("")),
          new Family("staff.permission.", permissions(), List.of("")),
          new Family("staff.capture.phase.", CAPTURE_PHASES, List.of("")),
          new Family("staff.capture.is.", CAPTURE_PHASES, List.of("")),
          new Family("staff.capture.level.", List.of("assisted", "paper"), List.of("")),
          new Family("staff.capture.how.", List.of("assisted", "paper"), List.of("")),
          new Family(
              "staff.capture.trouble.",
              List.of(
                  "client-unknown",
                  "client-ambiguous",
                  "has-passkey",
                  "recipient",
                  "not-linked",
                  "level",
                  "witness",
                  "nothing",
                  "until",
                  "document",
                  "person",
                  "code",
                  "number",
                  "sheet",
                  "day",
                  "refused",
                  "changed",
                  "unconfirmed",
                  "release"),
              List.of("")),
          new Family("staff.type.", types(), List.of("")),
          new Family("staff.proof.", List.of("system", "certificate", "passkey"), List.of("")),
          new Family(
              "staff.passkey.new.trouble.", List.of("wrong", "over", "refused"), List.of("")),
          new Family("staff.question.kind.", List.of("question", "complaint"), List.of("")),
          new Family(
              "staff.status.",
              List.of(
                  "denied",
                  "running",
                  "refused-upstream",
                  "failed",
                  "aborted",
                  "withdrawn",
                  "unknown"),
              List.of("")),
          new Family(
              "staff.act.",
              Arrays.stream(DeskAct.values()).map(DeskAct::code).toList(),
              List.of("")),
          new Family(
              "staff.ask.trouble.",
              List.of(
                  "client-unknown",
                  "client-ambiguous",
                  "too-many-open",
                  "nothing",
                  "holder",
                  "until",
                  "reason"),
              List.of("")));

  private static List<String> types() {
    Stream<String> known =
        Arrays.stream(ResourceType.values()).map(type -> type.code().toLowerCase(Locale.ROOT));
    return Stream.concat(known, Stream.of("none")).toList();
  }

  /** Of the client's own data. */
  private static final List<Family> OWN =
      List.of(
          new Family("own.kind.", ownKinds(), List.of("", ".about", ".none")),
          new Family(
              "own.state.", List.of("silent", "not-kept", "other-key", "refused"), List.of("")),
          new Family(
              "own.status.",
              List.of(
                  "called-off",
                  "missed",
                  "unconfirmed",
                  "replaced",
                  "planned",
                  "running",
                  "open",
                  "paused",
                  "done",
                  "ended",
                  "error"),
              List.of("")),
          new Family(
              "own.fact.",
              List.of(
                  "from", "to", "with", "place", "reason", "note", "since", "until", "name", "born",
                  "phone", "email", "address"),
              List.of("")));

  private static final List<String> BLOCKS =
      List.of("everything", "institution", "document", "person", "sensitivity");

  /** Of the log, and of what can be done about it. */
  private static final List<Family> LOG =
      List.of(
          new Family("log.kind.", kinds(), List.of("")),
          new Family(
              "log.item.",
              kinds().stream().filter(kind -> !kind.equals("desk")).toList(),
              List.of("")),
          new Family(
              "by.change.", List.of("signed", "narrowed", "blocked", "withdrawn"), List.of("")),
          new Family(
              "log.desk.",
              Arrays.stream(DeskAct.values()).map(DeskAct::code).toList(),
              List.of("")),
          new Family("log.desk.level.", List.of("assisted", "paper"), List.of("")),
          new Family(
              "log.desk.proof.",
              Arrays.stream(Attested.Proof.values()).map(Attested.Proof::code).toList(),
              List.of("")),
          new Family("title.", List.of("gone", "silent", "refused", "untitled"), List.of("")),
          new Family("log.mark.", List.of("seen", "refused", "open", "desk"), List.of("")),
          new Family(
              "log.outcome.",
              List.of("nothing", "running", "failed", "aborted", "withdrawn", "unknown"),
              List.of("")),
          new Family("log.purpose.", List.of("coc", "patrqt", "none"), List.of("")),
          new Family(
              "log.reason.",
              List.of(
                  "not-linked",
                  "no-grant",
                  "grant-withdrawn",
                  "permission-not-covered",
                  "requester-not-covered",
                  "not-yet-valid",
                  "expired",
                  "blocked",
                  "type-not-covered",
                  "document-not-covered",
                  "confidentiality-above-ceiling",
                  "never-sanction",
                  "not-party-to-message",
                  "purpose-not-covered",
                  "unknown-requester",
                  "key-not-endorsed",
                  "level-not-accepted",
                  "representation-not-reaching",
                  "other"),
              List.of("")),
          new Family("grant.ceiling.", List.of("more", "most"), List.of("")),
          new Family(
              "grant.change.",
              List.of("signed", "captured", "narrowed", "blocked", "withdrawn"),
              List.of("")),
          new Family("narrow.trouble.", List.of("nothing", "changed", "date"), List.of("")),
          new Family("narrowed.", List.of("done", "checking", "not"), List.of(".title")),
          new Family("blocks.set.", List.of("done", "checking", "not"), List.of(".title")),
          new Family("blocks.kind.", BLOCKS, List.of("")),
          new Family("blocks.new.", BLOCKS, List.of("")),
          new Family(
              "blocks.topic.",
              List.of("sud", "mh", "psy", "vio", "sdv", "hiv", "sex", "other"),
              List.of("")),
          new Family(
              "question.",
              List.of("question", "complaint"),
              List.of(".title", ".title-trouble", ".text", ".asked")),
          new Family("start.asked.", List.of("question", "complaint"), List.of("")));

  private static List<String> kinds() {
    return Arrays.stream(LogKind.values()).map(LogKind::code).toList();
  }

  private static List<String> permissions() {
    return Arrays.stream(Permission.values()).map(Permission::code).toList();
  }

  private static List<String> ownKinds() {
    return Arrays.stream(OwnKind.values()).map(OwnKind::code).toList();
  }

  record Family(String prefix, List<String> values, List<String> suffixes) {
    Stream<String> keys() {
      return values.stream()
          .flatMap(value -> suffixes.stream().map(suffix -> prefix + value + suffix));
    }
  }

  private KeyFamilies() {}

  static Stream<Family> all() {
    return Stream.of(FAMILIES, STAFF, OWN, LOG).flatMap(List::stream);
  }
}
