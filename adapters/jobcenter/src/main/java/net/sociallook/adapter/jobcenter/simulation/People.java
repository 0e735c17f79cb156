package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a case system: a JSON file with members of these names.
 *
 * @param caseworkers at least one
 * @param neighbours institutions with which messages are exchanged and to which is referred
 */
record People(
    Institution institution,
    List<Caseworker> caseworkers,
    List<Client> clients,
    List<Neighbour> neighbours) {

  People {
    if (caseworkers == null || caseworkers.isEmpty()) {
      throw new IllegalArgumentException("caseworkers: none (expected: at least one)");
    }
    clients = clients == null ? List.of() : List.copyOf(clients);
    neighbours = neighbours == null ? List.of() : List.copyOf(neighbours);
  }

  static People read(Path file) throws IOException {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readValue(Files.readAllBytes(file), People.class);
  }

  Caseworker responsibleFor(Client client) {
    return caseworkers.get(Math.floorMod(clients.indexOf(client), caseworkers.size()));
  }

  /** The first neighbour, and two more that are others for every client. */
  List<Neighbour> neighboursOf(Client client) {
    if (neighbours.size() < 4) {
      return neighbours;
    }
    int start = 2 * clients.indexOf(client);
    int others = neighbours.size() - 1;
    return IntStream.of(0, 1 + start % others, 1 + (start + 1) % others)
        .mapToObj(neighbours::get)
        .toList();
  }

  /**
   * @param id in the directory
   */
  record Institution(String id, String name, @Nullable String kind) {}

  /**
   * @param id in the directory
   */
  record Caseworker(
      String id, String family, String given, @Nullable String role, @Nullable String team) {
    String name() {
      return family + ", " + given;
    }
  }

  /**
   * @param localId {@code kdnr}
   * @param born ISO date
   */
  record Client(String localId, String family, String given, String born) {
    LocalDate birthDate() {
      return LocalDate.parse(born);
    }
  }

  /**
   * @param id in the directory
   */
  record Neighbour(String id, String name, List<Caseworker> caseworkers) {}
}
