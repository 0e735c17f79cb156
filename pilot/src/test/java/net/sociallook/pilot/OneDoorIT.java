package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.state.PilotFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * One grant opens one door: of all who could ask, about whom, at whom, with whose token, one
 * combination is answered.
 */
@ExtendWith(SharedPilot.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDoorIT {
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String YOUTH_OFFICE = "youth-office-nordhausen";
  private static final String CLIENT = "client-09";
  private static final List<String> CLIENTS = List.of(CLIENT, "client-10", "client-17");

  private final PilotProcess pilot;
  private Consents consents;
  private String grant = "";

  OneDoorIT(PilotProcess pilot) {
    this.pilot = pilot;
    this.consents = Caller.as(pilot, JOBCENTER, CLIENT).client();
  }

  @BeforeAll
  void oneGrant() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    JsonNode given =
        consents.give(
            JOBCENTER,
            List.of(
                Map.of(
                    "permission",
                    "documents-read",
                    "holder",
                    YOUTH_OFFICE,
                    "purpose",
                    "COC",
                    "validFrom",
                    now.toString(),
                    "validUntil",
                    now.plus(30, ChronoUnit.DAYS).toString(),
                    "maxConfidentiality",
                    "N")));
    grant = given.path("id").asString();
  }

  @AfterAll
  void withdrawn() {
    Caller.as(pilot, JOBCENTER, CLIENT).client().withdraw(grant);
  }

  @Test
  void oneTokenIsToBeHad() {
    Set<String> had = new TreeSet<>();
    int cells = 0;
    for (String asking : institutions()) {
      Caller caller = Caller.as(pilot, asking, CLIENT);
      for (PilotFile.Client client : clients()) {
        // Also with pseudonyms that belong to another institution.
        for (Map.Entry<String, String> pseudonym : client.pseudonyms().entrySet()) {
          for (String holder : institutions()) {
            cells++;
            Answer answer = caller.askForToken(pseudonym.getValue(), holder);
            String cell =
                asking + " " + client.id() + " by " + pseudonym.getKey() + " at " + holder;
            if (answer.status() == 200) {
              had.add(cell);
            } else {
              assertEquals(400, answer.status(), cell);
            }
          }
        }
      }
    }
    assertTrue(cells > 200, "cells: " + cells);
    assertEquals(
        Set.of(JOBCENTER + " " + CLIENT + " by " + JOBCENTER + " at " + YOUTH_OFFICE), had);
  }

  @Test
  void theTokenOpensOneDoorToOneInstitution() {
    Caller right = Caller.of(pilot, CLIENT);
    List<String> answered = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (String holder : institutions()) {
      for (String type :
          List.of("DocumentReference", "Appointment", "Goal", "Communication", "Patient")) {
        paths.add("/fhir/" + holder + "/" + type);
      }
    }
    for (String asking : institutions()) {
      Caller caller = Caller.as(pilot, asking, CLIENT);
      for (String path : paths) {
        int status = caller.get(path, right.token()).status();
        if (status == 200) {
          answered.add(asking + " " + path);
        } else {
          assertTrue(Set.of(400, 401, 403, 404).contains(status), path + ": " + status);
        }
      }
    }
    assertEquals(List.of(JOBCENTER + " /fhir/" + YOUTH_OFFICE + "/DocumentReference"), answered);
  }

  @Test
  void documentsOfAnotherClientAreNotThere() {
    Caller right = Caller.of(pilot, CLIENT);
    List<String> own = ids(right.get("/fhir/" + YOUTH_OFFICE + "/DocumentReference"));
    assertTrue(own.size() > 0);
    // Document ids of the case system count on: the neighbours of the own ones belong to others.
    for (String id : own) {
      String[] parts = id.split("-");
      String other = "akte-" + (Integer.parseInt(parts[1]) + 1) + "-1";
      assertEquals(200, right.get("/fhir/" + YOUTH_OFFICE + "/DocumentReference/" + id).status());
      Answer foreign = right.get("/fhir/" + YOUTH_OFFICE + "/DocumentReference/" + other);
      Answer none = right.get("/fhir/" + YOUTH_OFFICE + "/DocumentReference/akte-999999-1");
      assertEquals(404, foreign.status(), other);
      assertEquals(none.status(), foreign.status());
      assertNotEquals(200, right.get("/fhir/" + YOUTH_OFFICE + "/Binary/" + other + "-1").status());
    }
  }

  /** The two of the grant, one that knows the client too, and two that do not. */
  private List<String> institutions() {
    return Stream.concat(
            pilot.file().clients().stream()
                .filter(client -> CLIENTS.contains(client.id()))
                .flatMap(client -> client.pseudonyms().keySet().stream()),
            Stream.of("vocational-school-nordhausen"))
        .distinct()
        .toList();
  }

  private List<PilotFile.Client> clients() {
    return pilot.file().clients().stream().filter(one -> CLIENTS.contains(one.id())).toList();
  }

  private static List<String> ids(Answer search) {
    return search.json().path("entry").values().stream()
        .map(entry -> entry.path("resource").path("id").asString())
        .toList();
  }
}
