package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.files.Bringing;
import org.foyal.learning.places.files.PlaceFiles;
import org.foyal.people.Actor;
import org.foyal.shell.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Brings the real places of the demonstration city in where there are people who help with what is
/// digital; once there are places, they are the staff's to keep.
@Component
@Order(30)
@ConditionalOnProperty("foyal.demo.city")
class PlaceLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceLoader.class);
  private static final String FILE = "places.csv";

  private final Places places;
  private final PlaceFiles files;
  private final Path city;

  PlaceLoader(Places places, PlaceFiles files, DemoSettings demo) {
    this.places = places;
    this.files = files;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    if (!places.listAll().isEmpty()) {
      return;
    }
    switch (files.bring(new PlaceFiles.Order(file, false, true), Actor.CONSOLE)) {
      case Bringing.Done done -> {
        if (!done.refused().isEmpty()) {
          throw refused("a line is refused: " + done.refused().getFirst().problems());
        }
        LOG.info("Loaded {} places where people are helped", done.counts().added());
      }
      case Bringing.TooLong(int most) -> throw refused("it has more than " + most + " lines");
      case Bringing.Unreadable(var refusal) -> throw refused(refusal.toString());
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
