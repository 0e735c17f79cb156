package net.sociallook.registry.page.log;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.reach.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** On what an access rested stands beside it, on the page and in all that can be taken away. */
class LogEvidenceIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Looks looks = new Looks(REGISTRY);

  @Test
  void whatAWitnessStandsForIsToldWithTheWitness() throws Exception {
    Phone phone = new Phone(REGISTRY);
    Office youth = Office.of(REGISTRY, YOUTH_OFFICE);
    Office job = Office.of(REGISTRY, JOBCENTER);
    Desk desk = new Desk(youth, job, phone.linkTo(youth), phone.linkTo(job));
    String grant = desk.give("documents-read").text("grant");
    String id = looks.onGrant(desk.atJob(), grant);

    JsonNode evidence = evidence(phone);
    assertThat(evidence.get("level").asString()).isEqualTo("assisted");
    assertThat(evidence.at("/witness/name").asString()).isEqualTo("Kaya, Deniz");
    assertThat(evidence.at("/witnessedAt/id").asString()).isEqualTo(YOUTH_OFFICE);
    assertThat(evidence.get("actedFor").isNull()).isTrue();
    Visitor visitor = new Visitor(REGISTRY, phone);
    assertThat(visitor.open("/log/" + id).body()).contains("Vor Ort gesagt und aufgeschrieben");
    assertThat(visitor.open("/log/log.csv").body().split("\r\n")[1])
        .contains("\"assisted\",\"Kaya, Deniz\"");
    String bundle = visitor.open("/log/log.fhir.json").body();
    assertThat(R4.errors(bundle)).isEmpty();
    assertThat(bundle).contains("{\"type\":\"level\",\"valueString\":\"assisted\"}");
  }

  @Test
  void whoActedForTheClientIsTold() throws Exception {
    Family family = Family.of(REGISTRY);
    String grant =
        family
            .carer()
            .grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .text("id");
    looks.onGrant(family.pseudonyms().get(JOBCENTER), grant);

    JsonNode evidence = evidence(family.client());
    assertThat(evidence.get("level").asString()).isEqualTo("passkey");
    assertThat(evidence.get("actedFor").asString()).isEqualTo("carer");
    assertThat(new Visitor(REGISTRY, family.client()).open("/log/log.csv").body().split("\r\n")[1])
        .endsWith("\"carer\"");

    family.carer().post("/api/grants/" + grant + "/withdrawal").is(200);
    assertThat(new Visitor(REGISTRY, family.client()).open("/grants/" + grant).body())
        .contains("Für Sie erlaubt und unterschrieben", "Für Sie widerrufen")
        .contains("Von Ihrer rechtlichen Betreuung")
        .doesNotContain("Von Ihnen");
  }

  @Test
  void whatTheClientSignedHerselfIsToldAsHers() throws Exception {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    String grant =
        phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    looks.onGrant(pseudonym, grant);
    JsonNode evidence = evidence(phone);
    assertThat(evidence.get("level").asString()).isEqualTo("passkey");
    assertThat(evidence.get("witness").isNull()).isTrue();
    assertThat(evidence.get("actedFor").isNull()).isTrue();
  }

  private static JsonNode evidence(Phone phone) {
    return phone
        .get("/api/log")
        .is(200)
        .json()
        .get("entries")
        .valueStream()
        .filter(one -> one.get("kind").asString().equals("access"))
        .findFirst()
        .orElseThrow()
        .get("evidence");
  }
}
