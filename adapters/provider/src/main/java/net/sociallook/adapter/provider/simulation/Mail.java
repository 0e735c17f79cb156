package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Messages to and from neighbours, the client and others. */
final class Mail {
  private static final int MOST_NEIGHBOURS = 4;
  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/communication-category";

  private Mail() {}

  static List<Communication> messages(House house, int client) {
    List<Communication> messages = new ArrayList<>();
    List<People.Neighbour> neighbours = house.neighbours();
    for (int i = 0; i < Math.min(MOST_NEIGHBOURS, neighbours.size()); i++) {
      exchange(house, client, neighbours.get(i), messages);
    }
    Communication toClient = message(house, client, messages.size() + 1, "reminder");
    toClient.setSender(house.worker(client)).addRecipient(house.patient(client, 2));
    messages.add(say(toClient, "Bitte denken Sie an unseren Termin."));
    Communication toAll = message(house, client, messages.size() + 1, "notification");
    int other = (client + 1) % house.config().people().clients().size();
    toAll.setSender(new Reference("Organization/1")).addRecipient(house.patient(client, 0));
    messages.add(say(toAll.addRecipient(house.patient(other, 0)), "Am Freitag ist geschlossen."));
    Communication unsent = message(house, client, messages.size() + 1, "notification");
    unsent.setStatus(CommunicationStatus.PREPARATION).setSent(null);
    unsent.setSender(house.worker(client)).addRecipient(house.patient(client, 2));
    messages.add(say(unsent, "Entwurf, noch nicht abgeschickt."));
    return messages;
  }

  private static void exchange(
      House house, int client, People.Neighbour neighbour, List<Communication> messages) {
    Communication asked = message(house, client, messages.size() + 1, "instruction");
    Reference there = contain(asked, neighbour);
    asked.setSender(there).addRecipient(house.worker(client));
    messages.add(say(asked, house.wording().question() + signature(neighbour)));
    Communication answered = message(house, client, messages.size() + 1, "notification");
    Reference back = contain(answered, neighbour);
    answered.setSender(house.worker(client)).addRecipient(back);
    answered.addInResponseTo(
        new Reference(house.base() + "/Communication/" + asked.getIdPart() + "/_history/2"));
    messages.add(say(answered, house.wording().answer()));
  }

  private static Communication message(House house, int client, int n, String category) {
    LocalDate day = house.today().minusDays(30L - 2L * n);
    Communication message =
        Stamp.on(new Communication(), House.number(client, n), day, Stamp.NORMAL);
    message.setStatus(CommunicationStatus.COMPLETED);
    message.addCategory(
        new CodeableConcept(new Coding(House.MAKE + "CodeSystem/postart", "P" + n, "Post"))
            .addCoding(new Coding().setSystem(CATEGORIES).setCode(category)));
    message.setSubject(house.patient(client, n));
    message.setTopic(new CodeableConcept().setText(house.wording().plan()));
    return message.setSent(House.date(day, 13));
  }

  private static Communication say(Communication message, String text) {
    message.addPayload().setContent(new StringType(text));
    return message;
  }

  private static Reference contain(Communication message, People.Neighbour neighbour) {
    Organization organization = new Organization();
    organization.setId("partner");
    organization
        .addIdentifier()
        .setSystem("https://sociallook.net/fhir/sid/institution")
        .setValue(neighbour.id());
    organization.setName(neighbour.name());
    message.addContained(organization);
    return new Reference("#partner");
  }

  private static String signature(People.Neighbour neighbour) {
    return neighbour.caseworkers().stream()
        .findFirst()
        .map(it -> "\n" + it.given() + " " + it.family() + ", " + neighbour.name())
        .orElse("");
  }
}
