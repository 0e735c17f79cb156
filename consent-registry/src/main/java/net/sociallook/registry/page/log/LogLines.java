package net.sociallook.registry.page.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.page.question.AskedLine;
import net.sociallook.registry.question.Question;
import net.sociallook.registry.question.Questions;
import net.sociallook.registry.question.SupervisionProperties;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts beside each line of the log what the client can do about it. */
@Component
class LogLines {
  private final ClientLog log;
  private final Narrowings narrowings;
  private final Asked asked;

  /** What was asked about lines. */
  @Component
  record Asked(
      Questions questions, Directory directory, SupervisionProperties supervision, Clock clock) {
    Map<UUID, List<AskedLine>> about(UUID client, List<UUID> entries) {
      Instant now = clock.instant();
      return questions.about(client, entries).stream()
          .collect(
              Collectors.groupingBy(
                  Question::entry,
                  Collectors.mapping(
                      one -> AskedLine.of(one, directory, authority(one, now)),
                      Collectors.toList())));
    }

    private @Nullable String authority(Question question, Instant now) {
      boolean overdue = question.answer().isEmpty() && question.dueAt().isBefore(now);
      return overdue ? supervision.of(question.institution()) : null;
    }
  }

  LogLines(ClientLog log, Narrowings narrowings, Asked asked) {
    this.log = log;
    this.narrowings = narrowings;
    this.asked = asked;
  }

  List<LogLine> of(SignedIn who, List<ClientEntry> entries) {
    Map<String, UUID> standing = narrowings.standing(who);
    Map<UUID, List<AskedLine>> about =
        asked.about(who.client(), entries.stream().map(ClientEntry::id).toList());
    return entries.stream()
        .map(entry ->
            new LogLine(
                entry, standing.get(meant(entry)), about.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  /** Whose grant it is about: of who asked, or of whom something was written down. */
  private static String meant(ClientEntry entry) {
    LogEntries.DeskEntry desk = entry.desk();
    return desk == null || desk.recipient() == null
        ? entry.recipient().id()
        : desk.recipient().id();
  }

  /**
   * @throws Refused if there is no such line in this client's log
   */
  LogLine find(SignedIn who, UUID id) {
    ClientEntry entry = log.find(who, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return of(who, List.of(entry)).getFirst();
  }
}
