package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessDetailsReaderTest {
  private static final String WHOLE =
      """
      [{"type":"https://sociallook.net/rar/consent-access/v1",
        "patient":"Patient/0123456789abcdef0123456789abcdef",
        "holder":"Organization/youth-office-nordhausen",
        "actions":["documents-read","messages"],"purpose":"COC","requester":"jc-001",
        "grant":"0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11"}]
      """;
  private static final String LEAST =
      """
      [{"type":"https://sociallook.net/rar/consent-access/v1",
        "patient":"0123456789abcdef0123456789abcdef","holder":"youth-office-nordhausen",
        "purpose":"COC","requester":"jc-001"}]
      """;

  @Test
  void readsAllMembers() {
    assertThat(AccessDetailsReader.read(WHOLE))
        .isEqualTo(
            new AccessDetails(
                "0123456789abcdef0123456789abcdef",
                new InstitutionId("youth-office-nordhausen"),
                Set.of(Permission.DOCUMENTS_READ, Permission.MESSAGES),
                "COC",
                new CaseworkerId("jc-001"),
                Optional.of(new GrantId("0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11"))));
  }

  @Test
  void readsBareIdsAndNoActions() {
    AccessDetails read = AccessDetailsReader.read(LEAST);
    assertThat(read.patient()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(read.actions()).isEmpty();
    assertThat(read.grant()).isEmpty();
  }

  @Test
  void keepsAPurposeThatNoGrantCanNameForTheRecord() {
    assertThat(AccessDetailsReader.read(LEAST.replace("COC", "FRAUD")).purpose())
        .isEqualTo("FRAUD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "[[]]",
        "[1]",
        "[{}]",
        "[{\"type\":\"https://sociallook.net/rar/consent-access/v1\"}]",
        "[[[[[[[[[[[[[[]]]]]]]]]]]]]]",
        "not json",
        "[{\"type\":1}]"
      })
  void whatIsNoArrayOfOneCompleteObjectIsRefused(String text) {
    assertThatThrownBy(() -> AccessDetailsReader.read(text)).isInstanceOf(MalformedDetails.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"purpose\":\"COC\",\"locations\":[]",
        "\"purpose\":\"COC\",\"datatypes\":[\"Binary\"]",
        "\"purpose\":\"COC\",\"Purpose\":\"COC\"",
        "\"purpose\":\"COC\",\"purpose\":\"COC\"",
        "\"purpose\":\"COC\",\"grant\":null",
        "\"purpose\":\"COC\",\"grant\":\"urn:uuid:0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11\"",
        "\"purpose\":\"COC\",\"grant\":\"0D6F6C1E-54e8-4c5b-9f59-0a7d0f2f3b11\"",
        "\"purpose\":\"COC\",\"actions\":[]",
        "\"purpose\":\"COC\",\"actions\":{}",
        "\"purpose\":\"COC\",\"actions\":null",
        "\"purpose\":\"COC\",\"actions\":\"documents-read\"",
        "\"purpose\":\"COC\",\"actions\":{\"a\":\"documents-read\"}",
        "\"purpose\":\"COC\",\"actions\":[\"documents-write\"]",
        "\"purpose\":\"COC\",\"actions\":[\"*\"]",
        "\"purpose\":\"COC\",\"actions\":[null]",
        "\"purpose\":\"COC\",\"actions\":[\"messages\",\"messages\"]",
        "\"purpose\":[\"COC\"]",
        "\"purpose\":\"\"",
        "\"purpose\":\"C O C\"",
        "\"purpose\":null"
      })
  void oneMemberThatIsNotUnderstoodIsRefused(String members) {
    String text = LEAST.replace("\"purpose\":\"COC\"", members);
    assertThatThrownBy(() -> AccessDetailsReader.read(text)).isInstanceOf(MalformedDetails.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient/0123456789ABCDEF0123456789ABCDEF",
        "patient/0123456789abcdef0123456789abcdef",
        "Patient/Patient/0123456789abcdef0123456789abcdef",
        "0123456789abcdef",
        "Patient/0123456789abcdef0123456789abcdef/x",
        "https://x/Patient/0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef\\n",
        ""
      })
  void patientThatIsNoPseudonymIsRefused(String patient) {
    String text = LEAST.replace("0123456789abcdef0123456789abcdef", patient);
    assertThatThrownBy(() -> AccessDetailsReader.read(text)).isInstanceOf(MalformedDetails.class);
  }

  @Test
  void twoObjectsAreRefused() {
    String object = LEAST.strip().substring(1, LEAST.strip().length() - 1);
    assertThatThrownBy(() -> AccessDetailsReader.read("[" + object + "," + object + "]"))
        .isInstanceOf(MalformedDetails.class);
  }

  @Test
  void whatFollowsTheArrayIsRefused() {
    assertThatThrownBy(() -> AccessDetailsReader.read(LEAST + "[]"))
        .isInstanceOf(MalformedDetails.class);
  }

  @Test
  void refusalRepeatsNothingOfTheRequest() {
    assertThatThrownBy(() -> AccessDetailsReader.read(LEAST.replace("jc-001", "Erika Muster")))
        .isInstanceOfSatisfying(
            MalformedDetails.class,
            refused -> assertThat(refused.description()).doesNotContain("Erika"));
  }
}
