package net.sociallook.registry.staff.inbox;

import java.time.Clock;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.page.own.Parts;
import net.sociallook.registry.page.own.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxProperties.class)
class InboxConfiguration {

  /** What a holder has, in words for the staff. */
  record Shown(Parts parts) {}

  @Bean
  Shown inboxShown(Directory directory, Texts texts, Dates dates, Clock clock) {
    People people =
        new People(
            directory,
            () -> {
              PageLanguage language = PageLanguage.of(LocaleContextHolder.getLocale());
              return texts.text(language, "staff.inbox.client");
            });
    return new Shown(Parts.of(people, dates, clock));
  }
}
