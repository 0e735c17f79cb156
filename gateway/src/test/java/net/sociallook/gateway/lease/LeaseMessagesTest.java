package net.sociallook.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.sociallook.consent.GrantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseMessagesTest {
  private static final String ID = "0b8f5b1e-54a1-4b0a-9a43-2b7f3c3f1d11";

  @Test
  void readsTheAnswerToAJoin() {
    Joined joined =
        LeaseMessages.joined(
            """
            {"lease":"%1$s","epoch":7,"leaseMillis":2000,"floor":48209,"sequence":48212,"entries":[
              {"sequence":48210,"kind":"grant","grant":"%1$s","lowestLiveVersion":4},
              {"sequence":48211,"kind":"token","jti":"%1$s"},
              {"sequence":48212,"kind":"session","session":"%1$s"}]}
            """
                .formatted(ID));

    assertThat(joined.lease()).isEqualTo(UUID.fromString(ID));
    assertThat(joined.entries())
        .containsExactly(
            new Entry.OfGrant(48210, new GrantId(ID), 4),
            new Entry.OfToken(48211, UUID.fromString(ID)),
            new Entry.OfSession(48212, UUID.fromString(ID)));
  }

  @Test
  void readsTheAnswerToARenewal() {
    assertThat(LeaseMessages.renewed("{\"epoch\":7,\"leaseMillis\":2000,\"sequence\":48211}"))
        .isEqualTo(new Renewed(7, 2000, 48211));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"sequence\":1,\"kind\":\"token\",\"jti\":\"" + ID + "\"} {}",
        "{\"sequence\":1,\"kind\":\"token\"}",
        "{\"sequence\":1,\"kind\":\"token\",\"jti\":\"" + ID + "\",\"more\":1}",
        "{\"sequence\":1,\"sequence\":2,\"kind\":\"token\",\"jti\":\"" + ID + "\"}",
        "{\"sequence\":\"1\",\"kind\":\"token\",\"jti\":\"" + ID + "\"}",
        "{\"sequence\":1.5,\"kind\":\"token\",\"jti\":\"" + ID + "\"}",
        "{\"sequence\":99999999999999999999,\"kind\":\"token\",\"jti\":\"" + ID + "\"}",
        "{\"sequence\":1,\"kind\":\"token\",\"jti\":\"not an id\"}",
        "{\"sequence\":1,\"kind\":\"token\",\"jti\":7}",
        "{\"sequence\":1,\"kind\":\"person\",\"jti\":\"" + ID + "\"}",
        "{\"sequence\":1,\"kind\":\"grant\",\"grant\":\"" + ID + "\"}",
        "{\"sequence\":1,\"kind\":\"grant\",\"grant\":\"" + ID + "\",\"lowestLiveVersion\":null}",
        "{\"sequence\":1,\"kind\":\"grant\",\"grant\":\""
            + ID
            + "\",\"lowestLiveVersion\":4294967297}"
      })
  void refusesALineThatIsNotAsInTheProtocol(String line) {
    assertThatThrownBy(() -> LeaseMessages.entry(line)).isInstanceOf(LeaseBroken.class);
  }
}
