package net.sociallook.registry;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void withoutDatabaseNothingIsAnsweredAndNothingIsCalledWithdrawn() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of())) {
      Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
      Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
      String path = "/api/grants/" + given.text("id");
      connections(registry, false);

      phone.get(path).isProblem(503, "unavailable");
      phone.post(path + "/withdrawal").isProblem(503, "unavailable");
      pageSaysSo(phone, "/");
      pageSaysSo(phone, "/withdraw/" + given.text("id") + "/done");

      connections(registry, true);
      // the pool of connections tries again at its own pace
      await().atMost(PATIENCE).until(() -> phone.post(path + "/withdrawal").status() == 200);
    }
  }

  /**
   * A person is told in words, and nothing of it needs the database: nor does it know whether what
   * she did just now has happened.
   */
  private static void pageSaysSo(Phone phone, String path) {
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .sendAsync(
                phone.request(path).header("Accept", "text/html").build(), BodyHandlers.ofString())
            .join();
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("<h1>Das geht gerade nicht</h1>", "ob es angekommen ist")
        .doesNotContain("Nichts wurde geändert", "iderrufen");
  }

  private static void connections(RunningRegistry registry, boolean allowed) {
    var postgres = RunningRegistry.asOwner("postgres");
    postgres
        .sql("alter database " + registry.database() + " allow_connections " + allowed)
        .update();
    if (!allowed) {
      postgres
          .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
          .param("name", registry.database())
          .query(Boolean.class)
          .list();
    }
  }
}
