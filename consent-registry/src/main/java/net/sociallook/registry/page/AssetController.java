package net.sociallook.registry.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Assets}: compressed, and kept by browsers for good. */
@RestController
class AssetController {
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "css", MediaType.valueOf("text/css;charset=UTF-8"),
          "js", MediaType.valueOf("text/javascript;charset=UTF-8"),
          "svg", MediaType.valueOf("image/svg+xml"),
          "png", MediaType.IMAGE_PNG,
          "woff2", MediaType.valueOf("font/woff2"));

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @GetMapping({Assets.PATH + "{file}", "/staff" + Assets.PATH + "{file}"})
  ResponseEntity<byte[]> asset(
      @PathVariable String file,
      @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
    return form(file, accepted, "br")
        .or(() -> form(file, accepted, "gzip"))
        .or(() -> assets.content(file, "").map(content -> headers(file).body(content)))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private Optional<ResponseEntity<byte[]>> form(String file, String accepted, String coding) {
    return accepts(accepted, coding)
        ? assets
            .content(file, coding.equals("br") ? ".br" : ".gz")
            .map(
                content -> headers(file).header(HttpHeaders.CONTENT_ENCODING, coding).body(content))
        : Optional.empty();
  }

  /** Codings with a weight are left alone: no browser sends them. */
  private static boolean accepts(String accepted, String coding) {
    return java.util.Arrays.asList(accepted.split("\\s*,\\s*")).contains(coding);
  }

  private static ResponseEntity.BodyBuilder headers(String file) {
    MediaType type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (type == null) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .varyBy(HttpHeaders.ACCEPT_ENCODING)
        .contentType(type);
  }
}
