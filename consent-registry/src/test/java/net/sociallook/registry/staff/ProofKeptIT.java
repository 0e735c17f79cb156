package net.sociallook.registry.staff;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogFilter;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.staff.person.StaffPerson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How it is known which caseworker it was is kept with what she did, and told. */
class ProofKeptIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final StaffBrowser certificate = StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001");
  private final StaffBrowser passkey =
      StaffPerson.signedIn(REGISTRY, YOUTH_OFFICE, "ya-001").browser();

  @Test
  void answerSaysWithWhatWhoAnsweredWasSignedIn() throws Exception {
    Phone phone = new Phone(REGISTRY);
    phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    Visitor visitor = new Visitor(REGISTRY, phone);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    String line = "/log/" + line(phone, pseudonym);
    String first = ask(visitor, line);
    String second = ask(visitor, line);
    String third = ask(visitor, line);

    answer(certificate, first);
    answer(passkey, second);
    Office youth = Office.of(REGISTRY, YOUTH_OFFICE);
    JsonNode bySystem =
        youth
            .put("/questions/" + third + "/answer", Map.of("caseworker", "ya-001", "text", "Gut."))
            .is(200)
            .json();

    assertThat(bySystem.at("/answer/proof").asString()).isEqualTo("system");
    assertThat(youth.get("/questions/" + first).is(200).json().at("/answer/proof").asString())
        .isEqualTo("certificate");
    assertThat(passkey.get("/staff/questions/" + second).body()).contains("mit Passkey angemeldet");
    assertThat(visitor.open(line).body())
        .contains("Angemeldet mit dem Zertifikat der Stelle.")
        .contains("Angemeldet mit dem eigenen Passkey.")
        .contains("Eingetragen mit dem Programm der Stelle.");
  }

  @Test
  void invitationSaysWhoInvited() {
    String path = invite(certificate);
    assertThat(certificate.get(path).body()).contains("Eingeladen von:", "Name gewählt");
    path = invite(passkey);
    assertThat(passkey.get(path).body())
        .containsPattern("(?s)Eingeladen von:.*Weber, Anna.*mit Passkey angemeldet");
  }

  @Test
  void takingBackAtTheDeskSaysIt() throws Exception {
    String number = "HZE-" + UUID.randomUUID().toString().substring(0, 8) + "-1";
    certificate.get("/staff/in-person");
    HttpResponse<String> linked =
        certificate.post("/staff/in-person", Map.of("number", number, "witness", "ya-002"));
    String invitation = StaffBrowser.location(linked).replaceAll(".*/", "");
    String pseudonym = Office.of(REGISTRY, YOUTH_OFFICE).endorse(invitation);

    for (StaffBrowser browser : List.of(certificate, passkey)) {
      browser.get("/staff/withdrawals/new");
      HttpResponse<String> taken =
          browser.post("/staff/withdrawals", Map.of("client", number, "recipient", JOBCENTER));
      assertThat(StaffBrowser.location(taken)).contains("checking=false");
    }

    List<String> proofs = new ArrayList<>();
    REGISTRY
        .bean(ClientLog.class)
        .each(
            SignedIn.inPerson(client(pseudonym)),
            LogFilter.OTHERS,
            entry -> proofs.add(entry.desk().proof()));
    // The newest first: taken back twice, endorsed by the institution's system, linked.
    assertThat(proofs).containsExactly("passkey", "certificate", "system", "certificate");
  }

  @Test
  void lookOnTheStaffsPageSaysIt() throws Exception {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    String id = new Looks(REGISTRY).seen(pseudonym);
    Visitor visitor = new Visitor(REGISTRY, phone);
    assertThat(visitor.open("/log/" + id).body()).doesNotContain("mit dem eigenen Passkey");
    REGISTRY
        .asOwner()
        .sql(
            """
            insert into registry.staff_look
            select (payload::json #>> '{body,token}')::uuid, 'jc-001', 'passkey', now()
            from registry.ledger_payload where entry = :id::uuid and kind = 'intent'\
            """)
        .param("id", id)
        .update();
    assertThat(visitor.open("/log/" + id).body()).contains("Angemeldet mit dem eigenen Passkey.");
    assertThat(visitor.open("/log/log.csv").body()).contains("\"passkey\"");
  }

  /** Something that the youth office did, to ask about. */
  private static UUID line(Phone phone, String pseudonym) {
    return new Looks(REGISTRY)
        .desk(
            client(pseudonym),
            net.sociallook.registry.ledger.DeskAct.CAPTURED,
            "assisted",
            net.sociallook.registry.directory.Attested.Proof.SYSTEM);
  }

  private static UUID client(String pseudonym) {
    return REGISTRY
        .bean(Pseudonyms.class)
        .clientOf(new InstitutionId(YOUTH_OFFICE), pseudonym)
        .orElseThrow();
  }

  private static String ask(Visitor visitor, String line) {
    String id = UUID.randomUUID().toString();
    assertThat(visitor.send(line + "/question", "question", id, "text", "Warum?").status())
        .isEqualTo(303);
    return id;
  }

  private static void answer(StaffBrowser browser, String question) {
    browser.get("/staff/questions/" + question);
    assertThat(
            browser
                .post("/staff/questions/" + question + "/answer", Map.of("text", "Darum."))
                .statusCode())
        .isEqualTo(303);
  }

  private static String invite(StaffBrowser browser) {
    browser.get("/staff/invitations");
    String number = "HZE-" + UUID.randomUUID().toString().substring(0, 8) + "-2";
    HttpResponse<String> made = browser.post("/staff/invitations", Map.of("localId", number));
    return StaffBrowser.location(made).replaceAll("https://[^/]+", "").replace("/sheet", "");
  }
}
