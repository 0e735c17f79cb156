package net.sociallook.registry.page;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.giving.Asked;
import org.junit.jupiter.api.Test;

/** What a page costs the database. */
class StatementsIT {
  private static final int MOST = 22;

  @Test
  void startPageReadsItsSessionOnceAndLittleElse() {
    try (RunningRegistry registry = RunningRegistry.start(Map.of(), Statements.class)) {
      Phone phone = new Phone(registry);
      String pseudonym = phone.linkTo(Office.of(registry, JOBCENTER));
      phone.linkTo(Office.of(registry, YOUTH_OFFICE));
      phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
      Asked.ask(Office.of(registry, JOBCENTER), pseudonym, Asked.REASON, "messages");
      Statements.of("/");

      assertThat(new Visitor(registry, phone).open("/").status()).isEqualTo(200);

      List<String> asked = Statements.of("/");
      assertThat(asked).filteredOn(sql -> sql.contains("from session")).hasSize(1);
      assertThat(asked).hasSizeLessThanOrEqualTo(MOST);
    }
  }
}
