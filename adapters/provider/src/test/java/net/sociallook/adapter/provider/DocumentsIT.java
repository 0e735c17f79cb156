package net.sociallook.adapter.provider;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The documents of an addiction counselling centre, their labels and their files. */
class DocumentsIT {
  private static RunningAdapter running;

  @BeforeAll
  static void start() {
    running = new RunningAdapter("addiction-counselling-nordhausen", "documents,appointments");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({"106, 'R,SUD'", "107, 'V,SUD'", "104, 'V,SUD'", "102, 'N'"})
  void labelsArrive(String id, String expected) throws Exception {
    JsonNode document = json(running.jonas("DocumentReference/" + id));

    assertThat(document.at("/meta/security").findValuesAsString("code"))
        .containsExactly(expected.split(","));
    assertThat(document.get("securityLabel").findValuesAsString("code"))
        .containsExactly(expected.split(","));
  }

  @Test
  void appointmentsAreSensitive() throws Exception {
    JsonNode bundle = json(running.jonas("Appointment?patient=PATIENT"));

    assertThat(ids(bundle)).hasSize(5);
    for (JsonNode entry : bundle.get("entry")) {
      assertThat(entry.at("/resource/meta/security").findValuesAsString("code"))
          .containsExactly("R", "SUD");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "102", "104"})
  void bytesAreThoseInsideOrBeside(String id) throws Exception {
    JsonNode attachment =
        json(running.jonas("DocumentReference/" + id)).at("/content/0/attachment");
    String target = "/fhir/" + attachment.get("url").asString();

    HttpResponse<byte[]> response =
        running.gateway.exchange(target, Surroundings.JONAS, BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSize(attachment.get("size").asInt());
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("für Jonas Müller");
  }

  @Test
  void fileOfAnotherClientIsNotThere() {
    for (String n : List.of("201-1", "202-1", "102-2", "999-1")) {
      assertRefused(running.jonas("Binary/" + n), 404, "not-found");
    }
  }

  @Test
  void authorIsNamedWhereverTheServerPutHim() throws Exception {
    assertThat(json(running.jonas("DocumentReference/102")).at("/author/0/reference").asString())
        .isEqualTo("PractitionerRole/cw-031");
    assertThat(json(running.jonas("DocumentReference/101")).at("/author/0/display").asString())
        .isEqualTo("Ehemals, Karin");
  }

  @Test
  void kindsThatAreNotConfiguredAreNotKept() {
    for (String search :
        List.of("Goal?patient=PATIENT", "Task?patient=PATIENT", "Slot?status=free")) {
      assertRefused(running.jonas(search), 404, "kind-not-kept");
    }
    assertThat(running.jonas("Goal/1").body())
        .isEqualTo(running.emre("Goal/1").body())
        .isEqualTo(running.emre("Goal?patient=PATIENT").body());
  }
}
