package net.sociallook.registry.session;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.sequence.PostgresWithdrawalSequence;
import net.sociallook.registry.sequence.Withdrawal;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInEvidenceIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void passkeySignsTheSessionThatIsOpenedAndItsEnd() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.signIn().is(201);

    Map<String, Object> row = session(phone);
    byte[] bytes = (byte[]) row.get("document");
    JsonNode document = JsonMapper.shared().readTree(bytes);
    assertThat(document.path("type").asString()).isEqualTo("https://sociallook.net/own-access/v1");
    assertThat(document.path("session").asString()).isEqualTo(row.get("id").toString());
    Instant expires = Instant.parse(document.path("expires").asString());
    assertThat(Duration.between(Instant.parse(document.path("issued").asString()), expires))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(phone.get("/api/session").is(200).text("expiresAt")).isEqualTo(expires.toString());
    assertThat(Base64.getUrlDecoder().decode(document.path("nonce").asString())).hasSize(32);
    String challenge =
        JsonMapper.shared().readTree((byte[]) row.get("client_data")).path("challenge").asString();
    assertThat(challenge).isEqualTo(Bytes.base64url(Bytes.sha256(bytes)));
  }

  @Test
  void sessionOfANewPasskeyHasNoEvidence() {
    assertThat(session(Phone.linkedAt(REGISTRY, JOBCENTER)))
        .containsEntry("document", null)
        .containsEntry("signature", null);
  }

  @Test
  void signingOutEntersTheSequenceOfWithdrawals() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.signIn().is(201);
    UUID session = (UUID) session(phone).get("id");
    PostgresWithdrawalSequence sequence = REGISTRY.bean(PostgresWithdrawalSequence.class);
    long before = sequence.current();

    phone.delete("/api/session").is(204);

    assertThat(sequence.after(before, 100))
        .extracting(Withdrawal::entry)
        .contains(new SessionEnded(session));
  }

  private static Map<String, Object> session(Phone phone) {
    byte[] value = phone.cookie().split("=", 2)[1].getBytes(StandardCharsets.UTF_8);
    return REGISTRY
        .asOwner()
        .sql("select * from registry.session where token_hash = sha256(:value)")
        .param("value", value)
        .query()
        .singleRow();
  }
}
