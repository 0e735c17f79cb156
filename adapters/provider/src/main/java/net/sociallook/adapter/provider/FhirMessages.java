package net.sociallook.adapter.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sociallook.adapter.message.Message;
import net.sociallook.adapter.message.MessageQuery;
import net.sociallook.adapter.message.MessageStatus;
import net.sociallook.adapter.message.Messages;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Party;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * The messages of a FHIR server. Those that were not sent yet are not shown, nor those that another
 * client sent or got as well.
 */
final class FhirMessages implements Messages {
  private final Shelf<Communication, Message> shelf;

  FhirMessages(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                Communication.class,
                List.of("sender", "recipient"),
                true,
                message -> List.of(message.getSubject()),
                FhirMessages::message));
  }

  @Override
  public Page<Message> search(String client, MessageQuery query, PageRequest page) {
    return shelf.search(client, message -> matches(query, message), page);
  }

  @Override
  public Optional<Message> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(MessageQuery query, Message message) {
    return Terms.match(query.category(), message.category())
        && query.sent().contains(message.sent())
        && query.lastUpdated().contains(message.lastUpdated());
  }

  private static Optional<Message> message(Communication resource, Frame frame) {
    if (!resource.hasSent() || !resource.hasSender() || !resource.hasRecipient()) {
      return Optional.empty();
    }
    Optional<Party> sender = frame.party(resource.getSender(), resource.getSubject());
    List<Party> recipients = new ArrayList<>();
    for (Reference recipient : resource.getRecipient()) {
      frame.party(recipient, resource.getSubject()).ifPresent(recipients::add);
    }
    if (sender.isEmpty() || recipients.size() < resource.getRecipient().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            Terms.id(resource),
            frame.client(),
            Terms.of(
                MessageStatus.values(),
                Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
                "Communication.status"),
            Terms.codes(resource.getCategory()),
            Moments.start(resource.getSentElement(), frame.existing().zone()),
            resource.hasReceived()
                ? Optional.of(Moments.start(resource.getReceivedElement(), frame.existing().zone()))
                : Optional.empty(),
            sender.get(),
            recipients,
            Terms.words(resource.getTopic()).orElse("Nachricht"),
            text(resource),
            resource.getInResponseTo().stream()
                .flatMap(it -> frame.id(it, "Communication").stream())
                .findFirst(),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }

  private static String text(Communication resource) {
    return resource.getPayload().stream()
        .map(payload -> payload.getContent())
        .filter(StringType.class::isInstance)
        .map(content -> ((StringType) content).getValue())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
