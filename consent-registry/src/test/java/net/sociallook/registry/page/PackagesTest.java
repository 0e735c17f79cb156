package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackagesTest {

  @Test
  void lockFileNamesContentsAndNoAddressToLoadThemFrom() throws IOException {
    String lock = Files.readString(Path.of("src/main/page/package-lock.json"));
    assertThat(lock).contains("\"integrity\": \"sha512-").doesNotContain("\"resolved\"");
  }
}
