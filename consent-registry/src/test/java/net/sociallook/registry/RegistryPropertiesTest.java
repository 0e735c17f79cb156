package net.sociallook.registry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import net.sociallook.registry.RegistryProperties.Account;
import net.sociallook.registry.RegistryProperties.Database;
import net.sociallook.registry.RegistryProperties.Page;
import net.sociallook.registry.RegistryProperties.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryPropertiesTest {
  private static final Account OWNER = new Account("registry_owner", "x");
  private static final Account SERVICE = new Account("registry_service", "y");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "jdbc:h2:mem:x",
        "jdbc:postgresql://localhost/x?user=postgres",
        "jdbc:postgresql://localhost/x?ssl=true&password=y"
      })
  void databaseAddressMustBeOfPostgresAndNameNoAccount(String url) {
    assertThatThrownBy(() -> new Database(url, OWNER, SERVICE))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.database.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry_owner", "Registry", "a\"b", ""})
  void serviceMustBeARoleOfItsOwn(String user) {
    String url = "jdbc:postgresql://localhost/x";
    assertThatThrownBy(() -> new Database(url, OWNER, new Account(user, "y")))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("service.user");
  }

  @ParameterizedTest
  @CsvSource({
    "http://page.example, page.example",
    "https://page.example/path, page.example",
    "https://page.example, other.example",
    "https://page.example, age.example",
    "ftp://localhost, localhost"
  })
  void pageMustBeSafeAndOfItsRelyingParty(String origin, String relyingParty) {
    assertThatThrownBy(() -> new Page(URI.create(origin), relyingParty))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.page");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, localhost",
    "https://page.example, page.example",
    "https://my.page.example:8443, page.example"
  })
  void safePageIsTaken(String origin, String relyingParty) {
    assertThatCode(() -> new Page(URI.create(origin), relyingParty)).doesNotThrowAnyException();
  }

  @Test
  void filesMustBeThere() {
    assertThatThrownBy(() -> new Tls(Path.of(""), Path.of("/nowhere"), Path.of("/nowhere")))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("tls.certificate is not set");
    assertThatThrownBy(() -> new Tls(Path.of("/nowhere"), Path.of("/"), Path.of("/")))
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("/nowhere (expected: a readable file)");
  }
}
