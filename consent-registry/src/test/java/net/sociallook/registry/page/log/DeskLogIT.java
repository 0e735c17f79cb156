package net.sociallook.registry.page.log;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.directory.Attested.Proof;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff did at a desk, in the client's log and in all that she can take with her. */
class DeskLogIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = new Phone(REGISTRY);
  private final Visitor visitor = new Visitor(REGISTRY, phone);
  private final Looks looks = new Looks(REGISTRY);
  private UUID client;

  @BeforeEach
  void link() {
    phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    String pseudonym = phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    client =
        REGISTRY
            .bean(Pseudonyms.class)
            .clientOf(new InstitutionId(YOUTH_OFFICE), pseudonym)
            .orElseThrow();
  }

  @Test
  void captureIsToldAsASentence() {
    looks.desk(client, DeskAct.CAPTURED, "paper", Proof.PASSKEY);
    assertThat(text("/log"))
        .contains(
            "Weber, Anna (Fallmanagerin) bei Jugendamt Nordhausen hat für Sie eingetragen,"
                + " was Jobcenter Nordhausen darf.")
        .contains("Dokumente nur lesen")
        .contains(
            "Sie haben es auf Papier unterschrieben. Auf dem Blatt steht der 21. November 2026.")
        .contains("Zeugin oder Zeuge: Kaya, Deniz")
        .contains("Angemeldet mit dem eigenen Passkey.")
        .doesNotContain("hat angesehen", "wollte ansehen");
  }

  @Test
  void takingBackIsToldAsASentence() {
    UUID id = looks.desk(client, DeskAct.EVERYTHING_TAKEN_BACK, "", Proof.SYSTEM);
    looks.desk(client, DeskAct.WITHDRAWN, "", Proof.CERTIFICATE);
    assertThat(text("/log"))
        .contains("hat für Sie eingetragen: Niemand darf mehr etwas.")
        .contains("Eingetragen mit dem Programm der Stelle.")
        .contains("hat für Sie eingetragen: Jobcenter Nordhausen darf nichts mehr.")
        .contains("Angemeldet mit dem Zertifikat der Stelle.");
    assertThat(text("/log/" + id)).contains("Niemand darf mehr etwas.", "Eine Frage stellen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "de-simple", "en", "uk", "ar"})
  void everyActHasWordsInEveryLanguage(String language) {
    everything();
    String body = visitor.open("/log", language).body();
    assertThat(body).doesNotContain("??");
    assertThat(body.split("<article", -1)).hasSize(acts().size() + 1);
    assertThat(body.split("Weber, Anna", -1)).hasSizeGreaterThan(acts().size());
  }

  @Test
  void deskIsAKindAndNoLook() {
    everything();
    assertThat(visitor.open("/log?kind=desk").body().split("<article", -1))
        .hasSize(acts().size() + 1);
    assertThat(visitor.open("/log?kind=documents").body()).doesNotContain("<article");
    assertThat(visitor.open("/log?decision=refused").body()).doesNotContain("<article");
    assertThat(REGISTRY.bean(net.sociallook.registry.ledger.view.Looks.class).since(client, 0))
        .isEmpty();
  }

  @Test
  void exportsHoldEveryActWithLevelWitnessAndProof() {
    everything();
    String[] rows = visitor.open("/log/log.csv").body().split("\r\n");
    assertThat(rows).hasSize(acts().size() + 1);
    assertThat(rows[0]).contains("\"act\",\"for\",\"level\",\"witness\",\"proof\"");
    assertThat(Arrays.asList(rows))
        .anyMatch(row ->
            row.contains(
                "\"captured\",\"Jobcenter Nordhausen\",\"assisted\",\"Kaya, Deniz\",\"passkey\""));
    String bundle = visitor.open("/log/log.fhir.json").body();
    assertThat(R4.errors(bundle)).isEmpty();
    List<JsonNode> events =
        JsonMapper.shared().readTree(bundle).get("entry").valueStream().toList();
    assertThat(events).hasSize(acts().size());
    JsonNode captured =
        events.stream()
            .map(one -> one.get("resource"))
            .filter(one -> one.at("/subtype/0/code").asString().equals("captured"))
            .findFirst()
            .orElseThrow();
    assertThat(captured.get("agent").toString()).contains("\"WIT\"", "ya-002", "ya-001");
    assertThat(captured.at("/entity/0/detail").toString())
        .contains("\"type\":\"level\",\"valueString\":\"assisted\"")
        .contains("\"type\":\"proof\",\"valueString\":\"passkey\"");
  }

  @Test
  void jsonSaysWhoWasThere() {
    looks.desk(client, DeskAct.CAPTURED, "paper", Proof.PASSKEY);
    JsonNode entry = phone.get("/api/log").is(200).json().get("entries").get(0);
    assertThat(entry.get("kind").asString()).isEqualTo("desk");
    assertThat(entry.at("/person/id").asString()).isEqualTo("ya-001");
    assertThat(entry.at("/desk/witness/name").asString()).isEqualTo("Kaya, Deniz");
    assertThat(entry.at("/desk/signedOn").asString()).isEqualTo("2026-11-21");
    assertThat(entry.at("/desk/recipient/id").asString()).isEqualTo(JOBCENTER);
    assertThat(entry.get("version").asInt()).isEqualTo(1);
  }

  private static List<DeskAct> acts() {
    return Arrays.asList(DeskAct.values());
  }

  private void everything() {
    for (DeskAct act : acts()) {
      boolean captures =
          Stream.of(DeskAct.CAPTURE_PREPARED, DeskAct.CAPTURED, DeskAct.PAPER_RECORDED)
              .anyMatch(act::equals);
      String level = act == DeskAct.PAPER_RECORDED ? "paper" : captures ? "assisted" : "";
      looks.desk(client, act, level, Proof.PASSKEY);
    }
  }

  /** What is to be read, without tags and isolates. */
  private String text(String path) {
    Visitor.Seen seen = visitor.open(path);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    return seen.body()
        .replaceAll("<[^>]*>", "")
        .replaceAll("[\u2068\u2069]", "")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
