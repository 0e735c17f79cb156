package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.message.Message;
import net.sociallook.adapter.message.MessageQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Messages as Communications. */
final class MessageMapping {
  static final Mapping<Message, MessageQuery> MAPPING =
      new Mapping<>(ResourceKind.COMMUNICATION, MessageMapping::query, MessageMapping::resource);

  private MessageMapping() {}

  private static MessageQuery query(Filters filters) {
    return new MessageQuery(
        filters.codes("category"), filters.times("sent"), filters.lastUpdated());
  }

  private static Communication resource(Message message, Subject subject) {
    Communication resource = new Communication();
    resource.setStatus(CommunicationStatus.fromCode(message.status().code()));
    message.category().forEach(category -> resource.addCategory(Terms.concept(category)));
    resource.setSubject(subject.patientReference());
    resource.setTopic(Terms.text(message.topic()));
    resource.setSent(Date.from(message.sent()));
    message.received().map(Date::from).ifPresent(resource::setReceived);
    resource.setSender(Terms.party(message.sender(), subject));
    message
        .recipients()
        .forEach(recipient -> resource.addRecipient(Terms.party(recipient, subject)));
    message
        .inResponseTo()
        .ifPresent(id -> resource.addInResponseTo(new Reference("Communication/" + id)));
    resource.addPayload().setContent(new StringType(message.text()));
    return resource;
  }
}
