package net.sociallook.pilot.linking;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Setup;
import tools.jackson.databind.JsonNode;

/**
 * Links the clients of the roster to their institutions, over the same interfaces that institutions
 * and clients use. What is linked already is left alone.
 */
public final class Linking {
  private static final int AT_ONCE = 4;

  private final Setup setup;
  private final Console console;
  private final HttpClient browser = Trust.plainClient();

  public Linking(Setup setup, Console console) {
    this.setup = setup;
    this.console = console;
  }

  /**
   * @throws StartFailed if one of them cannot be linked
   */
  public void linkAll() {
    List<Client> open = setup.roster().clients().stream().filter(this::isOpen).toList();
    if (open.isEmpty()) {
      return;
    }
    console.say("Linking " + open.size() + " clients to their institutions");
    Map<String, Office> offices =
        setup.roster().institutions().stream()
            .collect(Collectors.toMap(Institution::id, one -> Office.of(setup, one)));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> all =
          open.stream().map(client -> threads.submit(() -> link(client, offices))).toList();
      awaitAll(all, threads);
    }
    console.say("All " + setup.roster().clients().size() + " clients are linked");
  }

  private boolean isOpen(Client client) {
    return !LinkedClient.in(setup.state(), client.id())
        .pseudonyms()
        .keySet()
        .containsAll(client.institutions());
  }

  private void link(Client client, Map<String, Office> offices) {
    Phone phone = Phone.of(setup, browser, client.id());
    for (String institution : client.institutions()) {
      Office office = Objects.requireNonNull(offices.get(institution));
      link(client.id(), phone, office, setup.roster().fileNumber(client, office.institution()));
    }
  }

  /**
   * Links one client to one institution, unless that is done, and returns her pseudonym there.
   *
   * @param localId the number of her file in the institution's system
   */
  public String link(String client, Institution institution, String localId) {
    return link(client, Phone.of(setup, browser, client), Office.of(setup, institution), localId);
  }

  private String link(String client, Phone phone, Office office, String localId) {
    String institution = office.institution().id();
    LinkedClient linked = LinkedClient.in(setup.state(), client);
    String known = linked.pseudonyms().get(institution);
    if (known != null) {
      return known;
    }
    LinkedClient accepted = accepted(linked, institution, office, phone);
    String invitation = Objects.requireNonNull(accepted.invitations().get(institution));
    JsonNode state = office.state(invitation);
    String pseudonym = state.path("pseudonym").asString();
    office.endorse(invitation, state.path("keyHash").asString(), pseudonym);
    office.tellAdapter(pseudonym, localId);
    accepted.linked(institution, pseudonym).write(setup.state());
    return pseudonym;
  }

  /** Invites and accepts, unless an earlier start came that far. */
  private LinkedClient accepted(
      LinkedClient linked, String institution, Office office, Phone phone) {
    String begun = linked.invitations().get(institution);
    if (begun != null && office.state(begun).hasNonNull("pseudonym")) {
      return linked;
    }
    JsonNode invitation = office.invite();
    LinkedClient invited = linked.invited(institution, invitation.path("id").asString());
    invited.write(setup.state());
    phone.accept(invitation.path("code").asString());
    return invited;
  }

  private static void awaitAll(List<? extends Future<?>> all, ExecutorService threads) {
    try {
      all.forEach(Linking::await);
    } catch (StartFailed e) {
      threads.shutdownNow();
      throw e;
    }
  }

  private static void await(Future<?> link) {
    try {
      link.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StartFailed("Linking failed: " + cause.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("Linking was interrupted", e);
    }
  }
}
