package net.sociallook.adapter.provider.simulation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who is known to a simulated server.
 *
 * @param neighbours institutions with which messages are exchanged
 */
record People(
    Institution institution,
    List<Caseworker> caseworkers,
    List<Client> clients,
    List<Neighbour> neighbours) {

  People {
    caseworkers = List.copyOf(caseworkers);
    clients = List.copyOf(clients);
    neighbours = List.copyOf(neighbours);
    if (caseworkers.isEmpty()) {
      throw new IllegalArgumentException("caseworkers: none (expected: at least one)");
    }
  }

  static People read(Path file) throws IOException {
    return new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(file.toFile(), People.class);
  }

  /**
   * @param id in SOCIALLOOK
   */
  record Institution(String id, String name, String kind) {}

  /**
   * @param id in the directory of SOCIALLOOK
   */
  record Caseworker(String id, String family, String given, String role, String team) {}

  /**
   * @param localId the number of the participant
   * @param born an ISO date
   */
  record Client(String localId, String family, String given, String born) {
    String name() {
      return given + " " + family;
    }
  }

  /**
   * @param id in SOCIALLOOK
   */
  record Neighbour(String id, String name, List<Colleague> caseworkers) {}

  /** Somebody who works at another institution. */
  record Colleague(String id, String family, String given) {}
}
