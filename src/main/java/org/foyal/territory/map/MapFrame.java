package org.foyal.territory.map;

import org.foyal.shell.Door;
import org.foyal.shell.Door.Audience;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the map's doors into the frame.
@Configuration(proxyBeanMethods = false)
class MapFrame {
  @Bean
  static Door mapDoor() {
    return new Door("/map", "map.door", 20, Audience.EVERYBODY);
  }

  @Bean
  static ServletRegistrationBean<TilesApi> tilesDoor(TilesApi tiles) {
    return new ServletRegistrationBean<>(tiles, "/tiles/*");
  }
}
