package org.foyal.territory.areas;

import org.foyal.shell.Door;
import org.foyal.shell.Door.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way in that this room offers.
@Configuration
class AreasFrame {
  @Bean
  static Door areasDoor() {
    return new Door("/areas", "areas.door", 10, Audience.EVERYBODY);
  }
}
