package net.sociallook.registry.staff.person;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is no signature of a caseworker's passkey on the staff's page opens nothing. */
class ForgedStaffSignInIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final StaffPerson PERSON = StaffPerson.enrolled(REGISTRY, JOBCENTER, "jc-001");

  @Test
  void genuineOneIsTaken() {
    assertThat(PERSON.signIn().statusCode()).isEqualTo(303);
  }

  @Test
  void signatureOfAnotherSiteOrWithoutThePersonIsRefused() {
    refused(PERSON.passkey().calledFrom(REGISTRY.pageOrigin().toString()));
    refused(PERSON.passkey().calledFrom("https://localhost:9444"));
    refused(PERSON.passkey().calledFrom("http://localhost:9443"));
    refused(PERSON.passkey().withoutUserVerification());
  }

  @Test
  void passkeysOfClientsAndOfStrangersAreRefused() {
    refused(Phone.linkedAt(REGISTRY, JOBCENTER).passkey());
    refused(StaffPerson.unknown(REGISTRY).passkey());
  }

  @Test
  void passkeyOfACaseworkerIsNoClients() {
    Phone phone = new Phone(REGISTRY, PERSON.passkey());
    phone.signIn().isProblem(403, "signature-refused");
  }

  @Test
  void signatureForAnotherChallengeIsRefusedAndNoChallengeIsGoodTwice() {
    JsonNode first = PERSON.start();
    JsonNode second = PERSON.start();
    String signature = PERSON.passkey().sign(first.path("requestOptions").toString());
    assertThat(PERSON.answer(second, signature).statusCode()).isEqualTo(403);
    assertThat(PERSON.answer(first, signature).statusCode()).isEqualTo(303);
    assertThat(PERSON.answer(first, signature).statusCode()).isEqualTo(409);
    assertThat(PERSON.answer(second, signature).statusCode()).isEqualTo(409);
  }

  @Test
  void refusedAnswerUsesItsChallengeUp() {
    JsonNode started = PERSON.start();
    assertThat(PERSON.answer(started, "{}").statusCode()).isEqualTo(403);
    String genuine = PERSON.passkey().sign(started.path("requestOptions").toString());
    assertThat(PERSON.answer(started, genuine).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "authenticatorData", "clientDataJSON"})
  void everyChangedByteIsFound(String member) {
    JsonNode started = PERSON.start();
    ObjectNode genuine =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(PERSON.passkey().sign(started.path("requestOptions").toString()));
    ObjectNode response = (ObjectNode) genuine.get("response");
    byte[] bytes = Base64.getUrlDecoder().decode(response.get(member).asString());
    bytes[bytes.length - 1] ^= 1;
    response.put(member, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    assertThat(PERSON.answer(started, genuine.toString()).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"id\":\"AA\"}"})
  void whatIsNoAnswerIsRefused(String assertion) {
    assertThat(PERSON.answer(PERSON.start(), assertion).statusCode()).isEqualTo(403);
  }

  @Test
  void ofManyAnswersToOneChallengeOneIsTaken() throws Exception {
    JsonNode started = PERSON.start();
    String genuine = PERSON.passkey().sign(started.path("requestOptions").toString());
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StaffPerson one = new StaffPerson(PERSON.passkey(), StaffPerson.unknown(REGISTRY).browser());
      tries.add(() -> one.answer(started, genuine).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> one : threads.invokeAll(tries)) {
        statuses.add(one.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(303).allMatch(status -> status == 303 || status == 409);
  }

  private static void refused(SoftwarePasskey passkey) {
    JsonNode started = PERSON.start();
    String assertion = passkey.sign(started.path("requestOptions").toString());
    assertThat(PERSON.answer(started, assertion).statusCode()).isEqualTo(403);
  }
}
