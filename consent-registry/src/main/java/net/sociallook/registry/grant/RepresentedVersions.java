package net.sociallook.registry.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.session.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of grants somebody made for the client. Takes part in the transaction. */
@Component
public class RepresentedVersions {
  private final JdbcClient database;

  RepresentedVersions(JdbcClient database) {
    this.database = database;
  }

  /** Does nothing where the client acts herself. */
  void keep(SignedIn who, UUID grant, int version) {
    who.reach()
        .acting()
        .ifPresent(acting ->
            database
                .sql(
                    "insert into represented_version"
                        + " values (:grant, :version, :representative, :capacity)")
                .param("grant", grant)
                .param("version", version)
                .param("representative", acting.representative())
                .param("capacity", acting.capacity().code())
                .update());
  }

  /** By number of the version; what is not in it the client made herself. */
  public Map<Integer, Capacity> of(UUID grant) {
    Map<Integer, Capacity> all = new HashMap<>();
    database
        .sql("select version, capacity from represented_version where consent_grant = :grant")
        .param("grant", grant)
        .query(
            (row, n) -> all.put(row.getInt("version"), Capacity.ofCode(row.getString("capacity"))))
        .list();
    return all;
  }
}
