package net.sociallook.registry.page.install;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the page introduces itself to a device.
 *
 * @see <a href="https://www.w3.org/TR/appmanifest/">Web Application Manifest</a>
 */
record Manifest(
    String name,
    @JsonProperty("short_name") String shortName,
    String description,
    String lang,
    String dir,
    String id,
    @JsonProperty("start_url") String startUrl,
    String scope,
    String display,
    @JsonProperty("background_color") String backgroundColor,
    @JsonProperty("theme_color") String themeColor,
    List<Icon> icons) {

  /**
   * @param purpose {@code maskable} where a device may cut its edges off
   */
  record Icon(String src, String sizes, String type, String purpose) {}
}
