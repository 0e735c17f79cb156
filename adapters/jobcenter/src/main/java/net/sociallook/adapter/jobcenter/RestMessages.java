package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.message.Message;
import net.sociallook.adapter.message.MessageQuery;
import net.sociallook.adapter.message.MessageStatus;
import net.sociallook.adapter.message.Messages;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Party;

/** The messages about the customers, to and from others. */
final class RestMessages implements Messages {
  private static final String SYSTEM =
      "http://terminology.hl7.org/CodeSystem/communication-category";
  private static final Codes<Code> CATEGORIES =
      new Codes<>(
          Map.of(
              "NAC", new Code(SYSTEM, "notification", "Nachricht"),
              "ERI", new Code(SYSTEM, "reminder", "Erinnerung"),
              "AUF", new Code(SYSTEM, "instruction", "Bitte")));

  private final Collection<Message> messages;

  RestMessages(Fallwerk system, ZoneId zone) {
    this.messages =
        new Collection<>(
            system,
            new Collection.Shape<>("nachricht-", "postfach", true, RestMessages::message),
            zone);
  }

  @Override
  public Page<Message> search(String client, MessageQuery query, PageRequest page) {
    return messages.page(
        Ask.of(client),
        message ->
            Codes.matches(query.category(), message.category())
                && query.sent().contains(message.sent())
                && query.lastUpdated().contains(message.lastUpdated()),
        page);
  }

  @Override
  public Optional<Message> read(String id) {
    return messages.read(id);
  }

  @Override
  public boolean isReachable() {
    return messages.system().isReachable();
  }

  private static Optional<Message> message(Row row) throws IncompleteException {
    Optional<Code> category = CATEGORIES.of(row.text("art"));
    List<Party> recipients = recipients(row);
    if (category.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            "nachricht-" + row.number(),
            row.client(),
            MessageStatus.COMPLETED,
            List.of(category.get()),
            row.millis("gesendet"),
            row.maybeMillis("gelesen"),
            Parties.of(row.inner("von")),
            recipients,
            row.text("betreff"),
            row.text("text"),
            row.link("nachricht-", "bezug"),
            row.changedAt(),
            row.labels()));
  }

  private static List<Party> recipients(Row row) throws IncompleteException {
    List<Party> recipients = new ArrayList<>();
    for (Row recipient : row.rows("an")) {
      recipients.add(Parties.of(recipient));
    }
    if (recipients.isEmpty()) {
      throw new IncompleteException("an");
    }
    return recipients;
  }
}
