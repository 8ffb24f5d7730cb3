package org.foyal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The program. Everything it does is in the rooms; this class only opens the door.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(
    systemName = "Foyal",
    sharedModules = {"kernel", "shell"})
public class Foyal {
  /// Starts the program; `--server.port`, `--foyal.shell.data` and the keys of docs/settings.md may
  /// follow.
  public static void main(String[] args) {
    SpringApplication.run(Foyal.class, args);
  }
}
