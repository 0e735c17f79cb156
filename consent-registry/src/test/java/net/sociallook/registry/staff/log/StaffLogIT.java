package net.sociallook.registry.staff.log;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.KnownPeople;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the staff's page says of the ledger. */
class StaffLogIT {
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
    assertThat(list(staff, "")).contains("Weber, Anna", "Dokumente", "gezeigt", "Kaya, Deniz");
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
    assertThat(found).isEqualTo(120);
    assertThat(parts).isEqualTo(3);
    assertThat(staff.get("/staff/log.csv?caseworker=jc-long").body().lines()).hasSize(121);
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
