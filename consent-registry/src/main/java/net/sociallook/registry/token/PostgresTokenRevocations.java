package net.sociallook.registry.token;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revoked tokens as a table of PostgreSQL. */
public final class PostgresTokenRevocations implements TokenRevocations {
  private final JdbcClient jdbc;

  public PostgresTokenRevocations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows that tell nothing any more go with the next one that comes. */
  @Override
  public void add(UUID token, Instant expiresAt) {
    jdbc.sql("delete from token_revocation where expires_at < now() - interval '1 hour'").update();
    jdbc.sql(
            """
            insert into token_revocation (jti, expires_at) values (:jti, :expiresAt)
            on conflict (jti) do nothing
            """)
        .param("jti", token)
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  @Override
  public boolean contains(UUID token) {
    return jdbc.sql("select exists (select 1 from token_revocation where jti = :jti)")
        .param("jti", token)
        .query(Boolean.class)
        .single();
  }
}
