package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.token.MovedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clocks that differ: an institution's, and those of the registry's nodes, which one request after
 * the other may reach. What the phone's clock says matters nowhere ({@code SigningStatesIT}).
 */
class ClockSkewIT {
  private static RunningRegistry registry;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), MovedClock.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-50, 50})
  void institutionsClockMayDifferByLessThanAMinute(int seconds) {
    assertThat(endorsedAt(seconds).is(200).text("state")).isEqualTo("linked");
  }

  @ParameterizedTest
  @ValueSource(ints = {-80, 80, 3600})
  void institutionsClockThatDiffersByMoreEndorsesNothing(int seconds) {
    endorsedAt(seconds).isProblem(403, "endorsement-refused");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void nodeWhoseClockDiffersTakesWhatAnotherHasProposed(int minutes) {
    Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
    Map<String, Object> signed = signed(phone);

    Answer given = at(minutes, () -> phone.post("/api/grants", signed)).is(201);

    assertThat(phone.get("/api/grants/" + given.text("id")).text("state")).isEqualTo("active");
    at(-minutes, () -> phone.post("/api/grants/" + given.text("id") + "/withdrawal")).is(200);
    assertThat(phone.get("/api/grants/" + given.text("id")).text("state")).isEqualTo("withdrawn");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 20})
  void nodeThatIsFarAheadHoldsTheWordsForOverAndGivesNothing(int minutes) {
    Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
    Map<String, Object> signed = signed(phone);

    at(minutes, () -> phone.post("/api/grants", signed)).isProblem(409, "ended");

    assertThat(phone.get("/api/grants").json().get("grants")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void sessionThatOneNodeBeganIsGoodAtAnotherWhoseClockDiffers(int minutes) {
    Phone phone = Phone.linkedAt(registry, JOBCENTER);

    at(minutes, phone::signIn).is(201);

    phone.get("/api/session").is(200);
    at(-minutes, () -> phone.get("/api/session")).is(200);
    at(33, () -> phone.get("/api/session")).isProblem(401, "no-session");
  }

  private static Answer at(int minutes, Supplier<Answer> action) {
    return MovedClock.later(Duration.ofMinutes(minutes), action);
  }

  private static Map<String, Object> signed(Phone phone) {
    return phone.signed(
        phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).is(201));
  }

  /** By an institution whose clock is so much ahead of the registry's. */
  private static Answer endorsedAt(int seconds) {
    Office office = Office.of(registry, JOBCENTER);
    Answer invitation = office.invite();
    new Phone(registry).accept(invitation.text("code")).is(201);
    String id = invitation.text("id");
    Answer accepted = office.get("/invitations/" + id).is(200);
    String endorsement =
        Office.jws(
            RunningRegistry.directory().signingKeys().get(JOBCENTER),
            new JWTClaimsSet.Builder()
                .issuer(JOBCENTER)
                .issueTime(Date.from(Instant.now().plusSeconds(seconds)))
                .jwtID(id)
                .claim("patient", accepted.text("pseudonym"))
                .claim("key_hash", accepted.text("keyHash"))
                .build());
    return office.put("/invitations/" + id + "/endorsement", Map.of("endorsement", endorsement));
  }
}
