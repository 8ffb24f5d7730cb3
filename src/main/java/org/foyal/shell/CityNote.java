package org.foyal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/// Who the city is, noted in its data folder by each house that opens, so that a command at the
/// console speaks for the same city without being told its settings again. What the command itself
/// is told comes first.
@Component
@ConditionalOnWebApplication
class CityNote {
  private static final Logger LOG = LoggerFactory.getLogger(CityNote.class);
  private static final String FILE = "city.properties";

  private final Environment environment;
  private final Path file;

  CityNote(Environment environment, ShellSettings settings) {
    this.environment = environment;
    this.file = settings.data().resolve(FILE);
  }

  @EventListener(ApplicationReadyEvent.class)
  void write() {
    var city = new Properties();
    city.putAll(said(environment));
    try {
      var making = file.resolveSibling(FILE + ".making");
      try (var writer = Files.newBufferedWriter(making)) {
        city.store(writer, "Who the city is, for bin/import and bin/staff; written at each start");
      }
      Files.move(making, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      LOG.warn(
          "{} can't be written ({}): bin/import and bin/staff must be told who the city is.",
          file,
          full.getMessage());
    }
  }

  /// The settings that say who the city is, as far as the engineer has set them.
  private static Map<String, String> said(Environment environment) {
    var binder = Binder.get(environment);
    var said = new TreeMap<String, String>();
    keys().forEach(key -> binder.bind(key, String.class).ifBound(value -> said.put(key, value)));
    return said;
  }

  private static List<String> keys() {
    return KnownSettings.all().entrySet().stream()
        .filter(known -> {
          var setting = known.getValue().getAnnotation(Setting.class);
          return setting != null && setting.ofTheCity();
        })
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Reads the note for a command at the console.
  static class Reading implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
        ConfigurableEnvironment environment, SpringApplication application) {
      if (!environment.getProperty(Console.MODE, Boolean.class, false)) {
        return;
      }
      var file = Path.of(environment.getProperty("foyal.shell.data", "var")).resolve(FILE);
      if (Files.exists(file)) {
        environment.getPropertySources().addLast(new MapPropertySource("the city", read(file)));
      }
    }

    /// A note of another version may hold what this one does not know.
    private static Map<String, Object> read(Path file) {
      var noted = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        noted.load(reader);
      } catch (IOException e) {
        throw new StartRefused(
            file + " can't be read (" + e.getMessage() + ").",
            "Run this as the user that runs Foyal.",
            e);
      }
      var known = new TreeMap<String, Object>();
      for (var key : keys()) {
        var value = noted.getProperty(key);
        if (value != null) {
          known.put(key, value);
        }
      }
      return known;
    }
  }
}
