package net.sociallook.registry.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import net.sociallook.registry.RegistryProperties;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects as the service; migrates as the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final String SCHEMA = "registry";

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(RegistryProperties properties) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(properties.database().url());
    pool.setUsername(properties.database().service().user());
    pool.setPassword(properties.database().service().password());
    pool.setSchema(SCHEMA);
    pool.setPoolName("service");
    pool.setMaximumPoolSize(24);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(3_000);
    // A database that hangs must become an error: an answer that never comes is worse than
    // "unknown".
    pool.addDataSourceProperty("connectTimeout", "3");
    pool.addDataSourceProperty("socketTimeout", "10");
    // The first connection is made after the migrations have created the role.
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  /** Needed during migration only, so without a pool. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerDataSource(RegistryProperties properties) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(properties.database().url());
    owner.setUser(properties.database().owner().user());
    owner.setPassword(properties.database().owner().password());
    return owner;
  }

  @Bean
  FlywayConfigurationCustomizer placeholders(RegistryProperties properties) {
    return flyway -> flyway.placeholders(Map.of("service", properties.database().service().user()));
  }

  @Bean
  FlywayMigrationStrategy migrateWhenDurable(RegistryProperties properties, DataSource service) {
    return flyway -> {
      DataSource owner = flyway.getConfiguration().getDataSource();
      Durability.require(owner);
      new ServiceRole(properties.database().service()).createIfAbsent(owner);
      flyway.migrate();
      Durability.require(service);
    };
  }
}
