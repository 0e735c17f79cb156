package net.sociallook.registry.staff.log;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.KnownPeople;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.staff.StaffBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the staff's page says of the ledger. */
class StaffLogIT {
  private static final String NEWEST = "Zurück zu den neuesten";
  private static RunningRegistry registry;
  private static GatewayNode node;
  private static String lease;

  @BeforeAll
  static void start() throws Exception {
    registry = RunningRegistry.start(Map.of(), KnownPeople.class, StillTime.class);
    node = new GatewayNode(registry, "gw-1");
    lease = node.join().path("lease").asString();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void looksOfOnePersonAreShownAloneAndNobodyLearnsWhyOneWasDenied() throws Exception {
    ObjectNode shown = Messages.permit("gw-1", Messages.pseudonym()).put("caseworker", "jc-001");
    record(shown);
    assertThat(
            node.post("/outcomes", Messages.outcomes(Messages.outcome(shown.get("id").asString())))
                .status())
        .isEqualTo(201);
    record(
        Messages.denial("gw-1", Messages.pseudonym(), "blocked")
            .put("caseworker", "jc-002")
            .put("type", "Goal"));

    StaffBrowser staff = StaffBrowser.atDesk(registry, JOBCENTER, "jc-001");
    assertThat(list(staff, ""))
        .contains("Weber, Anna", "Dokumente", "gezeigt: 1", "akte-17-3", "Kaya, Deniz");
    assertThat(list(staff, "?caseworker=jc-002"))
        .contains("Kaya, Deniz", "Ziele", "abgelehnt")
        .doesNotContain("Weber, Anna", "gesperrt", "blocked");

    String table = staff.get("/staff/log.csv?caseworker=jc-001").body();
    assertThat(table.lines().skip(1))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("\"jc-001\",\"Weber, Anna\""))
        .anySatisfy(line -> assertThat(line).contains("DocumentReference/akte-17-3"));
    assertThat(table).doesNotContain("blocked", "0123456789abcdef0123456789abcdef");

    StaffBrowser holder = StaffBrowser.atDesk(registry, YOUTH_OFFICE, "ya-001");
    assertThat(list(holder, "")).isEmpty();
  }

  @Test
  void longLogComesInPartsAndWholeInTheTable() throws Exception {
    for (int i = 0; i < 120; i++) {
      record(Messages.permit("gw-1", Messages.pseudonym()).put("caseworker", "jc-long"));
    }
    StaffBrowser staff = StaffBrowser.atDesk(registry, JOBCENTER, "jc-001");
    String path = "/staff/log?caseworker=jc-long";
    int found = 0;
    int parts = 0;
    while (!path.isEmpty()) {
      String page = staff.get(path).body();
      found += page.split("<li>\\s*<p><strong>", -1).length - 1;
      parts++;
      String next = page.replaceAll("(?s).*href=\"(/staff/log[^\"]*before=[0-9]+)\".*", "$1");
      path = next.equals(page) ? "" : next.replace("&amp;", "&");
    }
    assertThat(staff.get("/staff/log?caseworker=jc-long").body()).doesNotContain(NEWEST);
    assertThat(staff.get("/staff/log?caseworker=jc-long&before=1").body()).contains(NEWEST);
    assertThat(found).isEqualTo(120);
    assertThat(parts).isEqualTo(3);
    assertThat(staff.get("/staff/log.csv?caseworker=jc-long").body().lines()).hasSize(121);
  }

  @Test
  void whatWasDoneAtADeskStandsWithWhoDidItAndHowThatIsKnown() {
    done(DeskAct.CAPTURED, "th-001", Attested.Proof.PASSKEY, "th-wit");
    done(DeskAct.EVERYTHING_TAKEN_BACK, "th-gone", Attested.Proof.CERTIFICATE, null);

    StaffBrowser staff = StaffBrowser.atDesk(registry, PROVIDER, "th-001");
    String all = list(staff, "");
    assertThat(all.replace("\u2068", "").replace("\u2069", ""))
        .contains("Weber, Anna", "Hat bestätigt, was Jobcenter Nordhausen darf.", "th-wit")
        .contains("mit Passkey angemeldet", "Name gewählt, die Stelle verbürgt sich")
        .contains("th-gone", "Hat für die Person alles gesperrt")
        .doesNotContain("Dokumente", "gezeigt");
    assertThat(list(staff, "?caseworker=th-001"))
        .contains("Hat bestätigt")
        .doesNotContain("alles gesperrt");

    assertThat(staff.get("/staff/log.csv").body().lines())
        .anyMatch(
            row -> row.endsWith("\"captured\",\"Jobcenter Nordhausen\",\"th-wit\",\"passkey\""))
        .anyMatch(row -> row.endsWith("\"everything-taken-back\",\"\",\"\",\"certificate\""));
    assertThat(list(StaffBrowser.atDesk(registry, JOBCENTER, "jc-001"), "?caseworker=th-001"))
        .isEmpty();
  }

  @Test
  void lookThatFoundNothingIsNotCalledShown() throws Exception {
    ObjectNode intent = Messages.permit("gw-1", Messages.pseudonym()).put("caseworker", "jc-none");
    record(intent);
    ObjectNode outcome = Messages.outcome(intent.get("id").asString()).put("releasedCount", 0);
    outcome.putArray("released");
    assertThat(node.post("/outcomes", Messages.outcomes(outcome)).status()).isEqualTo(201);

    StaffBrowser staff = StaffBrowser.atDesk(registry, JOBCENTER, "jc-001");
    assertThat(list(staff, "?caseworker=jc-none"))
        .contains("Es gab nichts zu zeigen")
        .doesNotContain("gezeigt");
  }

  private static void done(DeskAct act, String by, Attested.Proof proof, @Nullable String witness) {
    boolean everybody = act == DeskAct.EVERYTHING_TAKEN_BACK;
    registry
        .bean(Ledger.class)
        .append(
            new LedgerEntry.AtDesk(
                UUID.randomUUID(),
                KnownPeople.client(Messages.pseudonym()),
                new LedgerEntry.By(PROVIDER, by, proof.code(), Messages.pseudonym()),
                new LedgerEntry.Done(
                    act,
                    everybody ? null : JOBCENTER,
                    List.of("documents-read"),
                    witness,
                    null,
                    null)));
  }

  private static void record(ObjectNode intent) throws Exception {
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
  }

  /** The lines of the list, without what stands around them. */
  private static String list(StaffBrowser staff, String query) {
    String page = staff.get("/staff/log" + query).body();
    int start = page.indexOf("<ol class=\"looks\">");
    return start < 0 ? "" : page.substring(start, page.indexOf("</ol>", start));
  }
}
