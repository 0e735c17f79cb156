package net.sociallook.registry.database;

import javax.sql.DataSource;
import net.sociallook.registry.RegistryProperties.Account;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role the running registry connects as. */
record ServiceRole(Account account) {

  /**
   * Creates the role, with nothing granted. Where the owner may not create roles, an operator makes
   * it beforehand. Two registries that start together may both try: the second finds it there.
   */
  void createIfAbsent(DataSource owner) {
    JdbcClient client = JdbcClient.create(owner);
    if (exists(client)) {
      return;
    }
    // CREATE ROLE takes no parameters: the server quotes its own statement.
    String statement =
        client
            .sql("select format('create role %I login password %L', :user, :password)")
            .param("user", account.user())
            .param("password", account.password())
            .query(String.class)
            .single();
    try {
      client.sql(statement).update();
    } catch (DataAccessException e) {
      if (!exists(client)) {
        throw e;
      }
    }
  }

  private boolean exists(JdbcClient client) {
    return client
        .sql("select exists (select from pg_roles where rolname = :user)")
        .param("user", account.user())
        .query(Boolean.class)
        .single();
  }
}
