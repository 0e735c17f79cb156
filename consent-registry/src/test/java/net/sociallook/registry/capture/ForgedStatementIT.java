package net.sociallook.registry.capture;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.sociallook.registry.Answer;
import net.sociallook.registry.ForgedWords;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Nothing is granted by words that the witnessing institution has not signed. */
class ForgedStatementIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void forgedStatementGivesNothingAndTheRightOneDoes() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("assisted", "documents-read");
    ObjectNode claims = (ObjectNode) prepared.json().get("claims").deepCopy();
    claims.put("iat", Instant.now().getEpochSecond());
    ForgedWords words =
        new ForgedWords(Desk.key(YOUTH_OFFICE), "sociallook-witness+jwt", claims.toString());

    words
        .all(Desk.key(JOBCENTER))
        .forEach((name, forged) -> {
          assertThat(desk.state(prepared, forged).status()).as(name).isIn(400, 403);
          assertThat(given(desk)).as(name).isZero();
        });
    desk.state(prepared, words.right()).is(200);
    assertThat(given(desk)).isEqualTo(1);
  }

  private static int given(Desk desk) {
    return desk.job()
        .get("/consents?patient=" + desk.atJob() + "&state=active")
        .is(200)
        .json()
        .get("consents")
        .size();
  }
}
