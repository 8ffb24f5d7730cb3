package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foyal.agreement.files.AgreementFiles;
import org.foyal.agreement.files.Brought.Entered;
import org.foyal.agreement.files.Brought.Unreadable;
import org.foyal.shell.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Brings the real agreements of the demonstration city in; those that are there are left as they
/// stand.
@Component
@Order(10)
@ConditionalOnProperty("foyal.demo.city")
class AgreementLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(AgreementLoader.class);
  private static final String FILE = "agreements.json";

  private final AgreementFiles files;
  private final Path city;

  AgreementLoader(AgreementFiles files, DemoSettings demo) {
    this.files = files;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    switch (files.bring(file)) {
      case Entered(int agreements, int commitments, int _) -> {
        if (agreements + commitments > 0) {
          LOG.info("Loaded {} agreements with {} commitments", agreements, commitments);
        }
      }
      case Unreadable(String where, String why) -> throw refused(where + ": " + why);
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
