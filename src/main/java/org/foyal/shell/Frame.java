package org.foyal.shell;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What all doors share: the clock, the language before each page's address, the static files.
@Configuration
class Frame implements WebMvcConfigurer {
  private final Assets assets;

  Frame(Assets assets) {
    this.assets = assets;
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  /// Every `…Page` door stands below a language; data doors have one address for all. The variable
  /// has a name that no field of a form has: Spring would fill the field from the address.
  @Override
  public void configurePathMatch(PathMatchConfigurer paths) {
    paths.addPathPrefix(
        "/{readersLanguage:fr|en|gcf}",
        door ->
            door.getSimpleName().endsWith("Page") && door.isAnnotationPresent(Controller.class));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    assets
        .rooms()
        .forEach(room ->
            files
                .addResourceHandler("/assets/" + assets.version() + "/" + room + "/**")
                .addResourceLocations("classpath:/org/foyal/" + room + "/static/")
                .setCacheControl(
                    CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()));
  }
}
