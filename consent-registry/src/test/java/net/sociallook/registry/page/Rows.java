package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.sociallook.registry.RunningRegistry;

/** Looks for what must not be kept. */
public final class Rows {
  private Rows() {}

  /** All tables of the registry whose rows hold this text anywhere, in the clear. */
  public static List<String> tablesThatHold(RunningRegistry registry, String text) {
    List<String> tables =
        registry
            .asOwner()
            .sql("select table_name from information_schema.tables where table_schema = 'registry'")
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(10);
    return tables.stream().filter(table -> rows(registry, table, text) > 0).toList();
  }

  private static int rows(RunningRegistry registry, String table, String text) {
    return registry
        .asOwner()
        .sql("select count(*) from registry.\"" + table + "\" t where t::text like :text")
        .param("text", "%" + text + "%")
        .query(Integer.class)
        .single();
  }
}
