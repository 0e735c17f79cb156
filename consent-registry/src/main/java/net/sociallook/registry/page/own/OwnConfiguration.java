package net.sociallook.registry.page.own;

import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

@Configuration(proxyBeanMethods = false)
class OwnConfiguration {

  /** On the client's own page she is spoken to. */
  @Bean
  People ownPeople(Directory directory, Texts texts) {
    return new People(
        directory,
        () -> {
          PageLanguage language = PageLanguage.of(LocaleContextHolder.getLocale());
          return texts.text(language, "own.you");
        });
  }
}
