package net.sociallook.registry.page.own;

import static org.assertj.core.api.Assertions.assertThat;

import net.sociallook.consent.InstitutionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileLinkTest {
  private static final InstitutionId HOLDER = new InstitutionId("jobcenter-nordhausen");

  @Test
  void leadsToThePage() {
    assertThat(FileLink.of(document("Binary/akte-1-2", 1), HOLDER))
        .containsExactly(
            new FileLink(
                "/own/documents/jobcenter-nordhausen/files/akte-1-2", "Bescheid", "PDF, 1 KB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.test/Binary/akte-1-2",
        "javascript:alert(1)",
        "Binary/../api/grants",
        "Binary/akte",
        "//elsewhere.test/x-1",
        ""
      })
  void leadsNowhereElse(String url) {
    assertThat(FileLink.of(document(url, 1), HOLDER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PDF",
    "1024, 'PDF, 1 KB'",
    "1025, 'PDF, 2 KB'",
    "1048576, 'PDF, 1 MB'",
    "1048577, 'PDF, 2 MB'"
  })
  void saysItsSize(long bytes, String about) {
    assertThat(FileLink.of(document("Binary/akte-1-2", bytes), HOLDER).getFirst().about())
        .isEqualTo(about);
  }

  private static JsonNode document(String url, long size) {
    return JsonMapper.shared()
        .readTree(
            """
            {"content":[{"attachment":{"contentType":"application/pdf","title":"Bescheid",
              "url":"%s","size":%d}}]}\
            """
                .formatted(url, size));
  }
}
