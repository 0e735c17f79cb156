package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Roster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the preview promised is, id by id, what the gateway then releases: for every client of the
 * pilot, at every institution that holds something of her, for every kind that it keeps.
 *
 * <p>Of each client's institutions one is allowed to read at all the others, and another one at
 * this first; which, goes round from client to client. With every second client what is especially
 * confidential is allowed too.
 */
@ExtendWith(SharedPilot.class)
class EveryLinkIT {
  private static final int AT_ONCE = 3;
  private static final Roster ROSTER = Roster.fieldTrial();

  private final PilotProcess pilot;
  private final Map<String, Caller> systems = new ConcurrentHashMap<>();
  private final Tally tally = new Tally();

  EveryLinkIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  @Timeout(900)
  void previewIsWhatIsReleased() throws Exception {
    ROSTER
        .institutions()
        .forEach(one -> systems.put(one.id(), Caller.as(pilot, one.id(), "client-01")));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> clients = new ArrayList<>();
      for (Client client : ROSTER.clients()) {
        clients.add(threads.submit(() -> compare(client)));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
    System.out.println("Preview and release are the same: " + tally);
    assertEquals(ROSTER.clients().size(), tally.clients());
    assertEquals(
        ROSTER.clients().stream().mapToInt(one -> one.institutions().size()).sum(), tally.links());
    assertEquals(Kept.TYPES, tally.kinds().keySet());
    tally.kinds().forEach((kind, ids) -> assertTrue(ids > 0, kind + ": nothing to compare"));
  }

  private void compare(Client client) {
    List<String> at = client.institutions();
    String first = at.get(client.number() % at.size());
    String second = at.get((client.number() + 1) % at.size());
    Consents consents = system(first, client).client();
    compare(client, consents, first, at.stream().filter(one -> !one.equals(first)).toList());
    compare(client, consents, second, List.of(first));
    tally.addClient();
  }

  private void compare(Client client, Consents consents, String recipient, List<String> holders) {
    withdraw(consents, recipient);
    Caller caller = system(recipient, client);
    String ceiling = client.number() % 2 == 0 ? "N" : "R";
    List<Foreseen> all =
        holders.stream()
            .map(holder -> new Foreseen.Draft(holder, ceiling, Kept.at(pilot, holder)))
            .map(draft -> Foreseen.of(consents.page(), recipient, draft))
            .toList();
    consents.give(recipient, all.stream().flatMap(one -> one.provisions().stream()).toList());
    try {
      for (Foreseen foreseen : all) {
        Map<String, List<String>> released = released(caller, foreseen);
        String where = recipient + " at " + foreseen.draft().holder() + ", " + ceiling;
        assertEquals(foreseen.ids(), released, client.id() + ": " + where);
        tally.add(released);
      }
    } finally {
      withdraw(consents, recipient);
    }
  }

  private static Map<String, List<String>> released(Caller caller, Foreseen foreseen) {
    String token =
        caller
            .askForToken(caller.pseudonym(), foreseen.draft().holder(), foreseen.caseworker())
            .orRefusal("token")
            .json()
            .path("access_token")
            .asString();
    Map<String, List<String>> released = new TreeMap<>();
    for (String type : foreseen.draft().types()) {
      released.put(type, new Released(caller, token).of(foreseen.draft().holder(), type));
    }
    return released;
  }

  private static void withdraw(Consents consents, String recipient) {
    consents
        .liveGrantTo(recipient)
        .map(grant -> grant.path("id").asString())
        .ifPresent(consents::withdraw);
  }

  private Caller system(String institution, Client client) {
    return systems.get(institution).about(client.id());
  }

  /** What has been compared so far. */
  private static final class Tally {
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int clients;
    private int links;

    synchronized void addClient() {
      clients++;
    }

    synchronized void add(Map<String, List<String>> released) {
      links++;
      released.forEach((kind, ids) -> kinds.merge(kind, ids.size(), Integer::sum));
    }

    int clients() {
      return clients;
    }

    int links() {
      return links;
    }

    Map<String, Integer> kinds() {
      return kinds;
    }

    @Override
    public String toString() {
      return clients + " clients, " + links + " links, resources " + kinds;
    }
  }
}
