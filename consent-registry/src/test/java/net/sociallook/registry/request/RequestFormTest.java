package net.sociallook.registry.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import net.sociallook.registry.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {
  private static final AskedProvision ONE =
      new AskedProvision("messages", "h", "COC", "2026-12-01T00:00:00Z", null, null, null, null);

  @Test
  void reasonMayHave4000CharactersOutsideTheBasicPlane() {
    String longest = "😀".repeat(4_000);
    assertThat(form(longest).content().reason()).isEqualTo(longest);
    refuses(form(longest + "x"));
  }

  @Test
  void linesAndTabsAreText() {
    assertThat(form("Guten Tag,\n\twir möchten …").content().reason()).contains("\n\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\u001bb", "a\ud800b", "a\u0085b"})
  void whatIsNoTextIsRefused(String reason) {
    refuses(form(reason));
  }

  @Test
  void provisionsAreOneToTwenty() {
    assertThat(form(Collections.nCopies(20, ONE)).content().provisions()).hasSize(20);
    refuses(form(Collections.nCopies(21, ONE)));
    refuses(form(List.of()));
    refuses(form(Collections.singletonList(null)));
  }

  private static void refuses(RequestForm form) {
    assertThatExceptionOfType(Refused.class).isThrownBy(form::content);
  }

  private static RequestForm form(String reason) {
    return new RequestForm("p", "jc-001", List.of(ONE), reason);
  }

  private static RequestForm form(List<AskedProvision> provisions) {
    return new RequestForm("p", "jc-001", provisions, "Warum");
  }
}
