package net.sociallook.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.gateway.world.TokenForge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionsTest {
  @Test
  void allOfAnEntryIsRead() {
    String key = TokenForge.key("k-1").toPublicJWK().toJSONString();

    Institution institution =
        parse(
                "{\"id\":\"horizont-ev\",\"kind\":\"provider\",\"adapter\":\"https://a.test/x/\","
                    + "\"signingKeys\":{\"keys\":["
                    + key
                    + "]}}")
            .find(new InstitutionId("horizont-ev"))
            .orElseThrow();

    assertThat(institution.kind()).isEqualTo(InstitutionKind.PROVIDER);
    assertThat(institution.adapter()).contains(URI.create("https://a.test/x"));
    assertThat(institution.signingKeys()).containsOnlyKeys("k-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'Horizont','kind':'provider'} | id: Horizont",
        "{'id':'horizont-ev','kind':'sect'} | sect",
        "{'id':'horizont-ev'} | kind",
        "{'id':'horizont-ev','kind':'provider','adapter':'http://a.test'} | https",
        "{'id':'horizont-ev','kind':'provider','adapter':'https://a.test?x'} | https",
        "{'id':'horizont-ev','kind':'provider','trusted':true} | unknown member",
        "{'id':'horizont-ev','kind':'provider','inbox':'yes'} | inbox",
        "{'id':'horizont-ev','kind':'provider','inbox':null} | inbox",
        "{'id':'horizont-ev','kind':'provider','signingKeys':{'keys':[{}]}} | signingKeys"
      })
  void wrongEntryStopsTheStartWithASentence(String entry, String named) {
    assertThatThrownBy(() -> parse(entry.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named)
        .hasMessageContaining("expected");
  }

  @Test
  void privateSigningKeyIsRefused() {
    String key = TokenForge.key("k-1").toJSONString();

    assertThatThrownBy(() ->
            parse(
                "{\"id\":\"horizont-ev\",\"kind\":\"provider\",\"signingKeys\":{\"keys\":["
                    + key
                    + "]}}"))
        .hasMessageContaining("expected: public");
  }

  @Test
  void sameInstitutionTwiceIsRefused() {
    String entry = "{\"id\":\"horizont-ev\",\"kind\":\"provider\"}";

    assertThatThrownBy(() -> parse(entry + "," + entry)).hasMessageContaining("twice");
  }

  private static Institutions parse(String entries) {
    return Institutions.parse(
        ("{\"institutions\":[" + entries + "]}").getBytes(StandardCharsets.UTF_8));
  }
}
