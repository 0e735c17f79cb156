package net.sociallook.registry.page.about;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs the page, and how to reach them; shown with the accessibility statement and the privacy
 * notice. Where it is not set, the page points to the institution that invited.
 *
 * @param name with the postal address, on one line
 * @param email where barriers and questions are told
 */
@ConfigurationProperties("sociallook.registry.operator")
record Operator(@DefaultValue("") String name, @DefaultValue("") String email) {

  /** For the templates. */
  public boolean isKnown() {
    return !name.isBlank() && !email.isBlank();
  }
}
