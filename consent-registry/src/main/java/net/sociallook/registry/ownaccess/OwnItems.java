package net.sociallook.registry.ownaccess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Refused;

/**
 * Single things of a client's own, by their ids, read at this moment. Nothing of them is kept; each
 * question is a line of her log. Thread-safe.
 */
public final class OwnItems {
  private final Links links;
  private final Tickets tickets;
  private final HolderReader reader;

  OwnItems(Links links, Tickets tickets, GatewayClient gateway) {
    this.links = links;
    this.tickets = tickets;
    this.reader = new HolderReader(gateway);
  }

  /** Where things are: all of one type at one holder are asked for together. */
  public record Place(InstitutionId holder, ResourceType type) {}

  /**
   * What is there of what is wanted, by id; what an answer does not have is not there. Who has not
   * answered within this time is silent, and who is not linked is not asked.
   *
   * @param wanted ids by place
   * @throws Refused with {@code sign-in-needed} in a session that nobody signed in to
   */
  public Map<Place, Outcome<Map<String, Item>>> find(
      SignedIn signedIn, Map<Place, Set<String>> wanted, Duration within) {
    tickets.require(signedIn);
    Set<InstitutionId> linked = new HashSet<>(links.of(signedIn.client()));
    List<Place> places = List.copyOf(wanted.keySet());
    List<Callable<Outcome<Map<String, Item>>>> questions = new ArrayList<>();
    for (Place place : places) {
      Set<String> ids = wanted.getOrDefault(place, Set.of());
      questions.add(() ->
          linked.contains(place.holder()) ? find(signedIn, place, ids) : new Outcome.Refused<>(0));
    }
    List<Outcome<Map<String, Item>>> outcomes = Together.ask(questions, within);
    Map<Place, Outcome<Map<String, Item>>> all = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      all.put(places.get(i), outcomes.get(i));
    }
    return all;
  }

  private Outcome<Map<String, Item>> find(SignedIn signedIn, Place place, Set<String> ids)
      throws InterruptedException {
    Optional<Ticket> ticket = tickets.forHolder(signedIn, place.holder(), Optional.empty());
    return ticket.isEmpty()
        ? new Outcome.Refused<>(0)
        : reader.find(ticket.get(), place.type(), ids);
  }
}
