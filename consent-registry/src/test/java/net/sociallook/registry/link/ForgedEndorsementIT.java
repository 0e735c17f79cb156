package net.sociallook.registry.link;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.ForgedWords;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is linked by words that the institution has not signed, in the one form there is. */
class ForgedEndorsementIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Map<String, ECKey> KEYS = RunningRegistry.directory().signingKeys();

  @Test
  void forgedEndorsementLinksNobodyAndTheRightOneDoes() {
    Office job = Office.of(REGISTRY, JOBCENTER);
    Answer invitation = job.invite();
    new Phone(REGISTRY).accept(invitation.text("code")).is(201);
    String path = "/invitations/" + invitation.text("id");
    Answer accepted = job.get(path).is(200);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", JOBCENTER);
    claims.put("iat", Instant.now().getEpochSecond());
    claims.put("jti", invitation.text("id"));
    claims.put("patient", accepted.text("pseudonym"));
    claims.put("key_hash", accepted.text("keyHash"));
    ForgedWords words =
        new ForgedWords(
            KEYS.get(JOBCENTER),
            "sociallook-endorsement+jwt",
            JsonMapper.shared().writeValueAsString(claims));

    words
        .all(KEYS.get(YOUTH_OFFICE))
        .forEach((name, forged) -> {
          Answer answer = job.put(path + "/endorsement", Map.of("endorsement", forged));
          assertThat(answer.status()).as(name).isIn(400, 403);
          assertThat(job.get(path).text("state")).as(name).isEqualTo("accepted");
        });
    job.put(path + "/endorsement", Map.of("endorsement", words.right())).is(200);
    assertThat(job.get(path).text("state")).isEqualTo("linked");
  }
}
