package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.shell.StartRefused;
import org.foyal.shell.language.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Enters the categories of the demonstration, marked as examples; those that are there are left as
/// they stand. Their delays are objectives: no department has accepted one.
@Component
@ConditionalOnProperty("foyal.demo.city")
class CategoryLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CategoryLoader.class);
  private static final String FILE = "categories.json";

  private final Categories categories;
  private final Path city;

  CategoryLoader(Categories categories, DemoSettings demo) {
    this.categories = categories;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  private record Line(
      String code,
      Map<String, String> group,
      Map<String, String> title,
      String keywords,
      int workingDays) {}

  private record Lines(String about, List<Line> categories) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    int entered = 0;
    int place = 0;
    for (var line : read(file).categories()) {
      place += 10;
      if (categories.add(Actor.CONSOLE, category(line, place))) {
        entered++;
      }
    }
    if (entered > 0) {
      LOG.info("Loaded {} categories of requests, as examples", entered);
    }
  }

  private static Lines read(Path file) throws IOException {
    try {
      return JsonMapper.shared().readValue(Files.readString(file), Lines.class);
    } catch (JacksonException unreadable) {
      throw refused(unreadable.getOriginalMessage());
    }
  }

  private static Category category(Line line, int place) {
    return new Category(
        line.code(),
        Told.of(line.group()),
        Told.of(line.title()),
        line.keywords(),
        Optional.empty(),
        new Delay(line.workingDays(), false, Silence.NOTHING),
        place,
        true,
        true,
        1);
  }

  private static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
