package net.sociallook.pilot.state;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code pilot.json}: what a running pilot tells those who want to use it. Files are named relative
 * to the folder that holds {@code .sociallook}.
 */
public record PilotFile(
    List<URI> gateway,
    URI registry,
    URI page,
    String ca,
    List<Institution> institutions,
    List<Client> clients) {

  /**
   * @param adapter address of its adapter; null when it has none
   */
  public record Institution(
      String id,
      String name,
      String kind,
      String cert,
      String key,
      @Nullable URI adapter,
      List<Caseworker> caseworkers) {}

  public record Caseworker(String id, String name, String role) {}

  /**
   * @param pseudonyms by institution
   */
  public record Client(String id, String name, Map<String, String> pseudonyms, String passkey) {}

  /** This file with one more institution. */
  public PilotFile with(Institution institution) {
    List<Institution> all = Stream.concat(institutions.stream(), Stream.of(institution)).toList();
    return new PilotFile(gateway, registry, page, ca, all, clients);
  }

  /** This file, in which a client has a pseudonym at one more institution. */
  public PilotFile with(Client client, String institution, String pseudonym) {
    Map<String, String> more = new TreeMap<>(client.pseudonyms());
    more.put(institution, pseudonym);
    Client linked = new Client(client.id(), client.name(), more, client.passkey());
    List<Client> all = clients.stream().map(one -> one.equals(client) ? linked : one).toList();
    return new PilotFile(gateway, registry, page, ca, institutions, all);
  }
}
