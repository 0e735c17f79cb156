package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSealTest {
  @TempDir Path directory;

  @Test
  void sealedPositionIsOpenedAfterARestart() {
    String sealed = PageSeal.open(directory).seal("2024-01-01/akte-1-2", "patient=a");

    assertThat(PageSeal.open(directory).open(sealed, "patient=a")).hasValue("2024-01-01/akte-1-2");
  }

  @Test
  void valueTellsNothingAndIsGoodForOneSearchOnly() {
    PageSeal seal = PageSeal.open(directory);
    String sealed = seal.seal("2024-01-01/akte-1-2", "patient=a");

    assertThat(sealed).matches("[A-Za-z0-9_-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(sealed))).doesNotContain("akte");
    assertThat(seal.open(sealed, "patient=b")).isEmpty();
  }

  @Test
  void everyChangedBitIsNoticed() {
    PageSeal seal = PageSeal.open(directory);
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal("x", "y"));

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      sealed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(seal.open(Base64.getUrlEncoder().encodeToString(sealed), "y")).isEmpty();
      sealed[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(seal.open("", "y")).isEmpty();
    assertThat(seal.open("!", "y")).isEmpty();
  }

  @Test
  void otherKeyFileIsRefused() throws IOException {
    Files.writeString(directory.resolve("page.key"), "short");

    assertThatThrownBy(() -> PageSeal.open(directory)).hasMessageContaining("expected: 32");
  }
}
