package net.sociallook.registry.page.notices;

import net.sociallook.registry.page.Assets;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.push.delivery.NoticeContent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words of a notice, for the service worker. */
@Component
class NoticeTexts implements NoticeContent {
  private final Texts texts;
  private final Assets assets;
  private final JsonMapper json;

  NoticeTexts(Texts texts, Assets assets, JsonMapper json) {
    this.texts = texts;
    this.assets = assets;
    this.json = json;
  }

  /** As {@code options} of a notification. */
  record Shown(String body, String lang, String dir, String icon) {}

  @Override
  public byte[] in(String language) {
    PageLanguage spoken = PageLanguage.ofTag(language).orElse(PageLanguage.DE);
    return json.writeValueAsBytes(
        new Shown(
            texts.text(spoken, "notices.notice"),
            spoken.tag(),
            spoken.direction(),
            assets.url("icon-192.png")));
  }
}
