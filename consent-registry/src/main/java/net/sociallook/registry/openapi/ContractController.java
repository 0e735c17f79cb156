package net.sociallook.registry.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * This registry's contract and that of adapters, as they were built with it, and the pages made
 * from them. They say nothing of anybody, so no certificate is needed.
 */
@RestController
class ContractController {
  private static final List<String> FILES =
      List.of(
          "consent-registry.yaml",
          "consent-registry.html",
          "adapter.yaml",
          "adapter.html",
          "page.css");

  /** Nothing of a page may run, load or be framed, but its style sheet. */
  private static final String CONTENT_SECURITY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  ContractController() throws IOException {
    for (String name : FILES) {
      try (InputStream in = ContractController.class.getResourceAsStream("/openapi/" + name)) {
        if (in == null) {
          throw new IllegalStateException("openapi/" + name + ": missing (expected: built in)");
        }
        files.put(name, in.readAllBytes());
      }
    }
  }

  @GetMapping("/openapi/{file}")
  ResponseEntity<byte[]> file(@PathVariable String file) {
    byte[] body = files.get(file);
    if (body == null) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .header("Content-Security-Policy", CONTENT_SECURITY)
        .contentType(type(file))
        .body(body);
  }

  private static MediaType type(String file) {
    return MediaType.valueOf(
        switch (file.substring(file.lastIndexOf('.'))) {
          case ".yaml" -> "application/yaml";
          case ".css" -> "text/css;charset=utf-8";
          default -> "text/html;charset=utf-8";
        });
  }
}
