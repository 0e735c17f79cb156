package net.sociallook.registry.page.install;

import java.util.List;
import java.util.Locale;
import net.sociallook.registry.page.Assets;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a device asks for before it puts the page among its apps. */
@Controller
class InstallController {
  private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  private final Assets assets;
  private final Texts texts;

  InstallController(Assets assets, Texts texts) {
    this.assets = assets;
    this.texts = texts;
  }

  @GetMapping("/manifest.webmanifest")
  ResponseEntity<Manifest> manifest(Locale locale) {
    PageLanguage language = PageLanguage.of(locale);
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .body(
            new Manifest(
                "SOCIALLOOK",
                "SOCIALLOOK",
                texts.text(language, "install.about"),
                language.tag(),
                language.direction(),
                "/",
                "/",
                "/",
                "standalone",
                "#ffffff",
                "#2044aa",
                List.of(
                    icon("icon-192.png", "192x192", "any"),
                    icon("icon-512.png", "512x512", "any"),
                    icon("icon-maskable-512.png", "512x512", "maskable"))));
  }

  private Manifest.Icon icon(String name, String sizes, String purpose) {
    return new Manifest.Icon(assets.url(name), sizes, "image/png", purpose);
  }

  /** Under a name that stays: a device asks for it again to learn of a newer one. */
  @GetMapping("/service-worker.js")
  ResponseEntity<byte[]> serviceWorker() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(SCRIPT)
        .body(assets.content("service-worker.js"));
  }

  @GetMapping("/offline")
  String offline() {
    return "install/offline";
  }
}
