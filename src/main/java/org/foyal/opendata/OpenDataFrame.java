package org.foyal.opendata;

import org.foyal.shell.Door;
import org.foyal.shell.Door.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way in that this room offers.
@Configuration
class OpenDataFrame {
  @Bean
  static Door dataDoor() {
    return new Door("/data", "opendata.door", 90, Audience.EVERYBODY);
  }
}
