package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.foyal.territory.TerritorySettings;
import org.foyal.territory.files.ImportOrder;
import org.foyal.territory.files.ImportOutcome;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.Busy;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.foyal.territory.files.ImportOutcome.Tried;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.foyal.territory.files.ImportReport;
import org.foyal.territory.files.TerritoryFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Brings the files of the demonstration city in, each once: what was brought in is noted in the
/// data folder, so that an import that somebody undid is not done again behind their back.
@Component
@Order(70)
@ConditionalOnProperty("foyal.demo.city")
class CityLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CityLoader.class);
  private static final String NOTES = "demo-loaded.properties";

  private final TerritoryFiles files;
  private final Path city;
  private final Path notes;
  private final Set<String> communes;

  CityLoader(
      TerritoryFiles files, DemoSettings demo, ShellSettings shell, TerritorySettings territory) {
    this.files = files;
    this.city = demo.city() == null ? Path.of("") : demo.city();
    this.notes = shell.data().resolve(NOTES);
    this.communes = territory.commune().isEmpty() ? Set.of() : Set.of(territory.commune());
  }

  /// A file of the city, in the order in which each finds what it leans on.
  private record Source(String file, String what) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("martinique_communes.geojson", "communes"),
          new Source("martinique_communes_stats.csv", "populations of the communes"),
          new Source("fdf_quartiers_iris_approches.geojson", "neighbourhoods"),
          new Source("martinique_iris_fragilite_numerique_2020.csv", "scores of digital fragility"),
          new Source("fdf_chiffres_publies.csv", "published figures"),
          new Source("fdf_voies_osm.csv", "streets"),
          new Source("fdf_voirie_osm.geojson", "lines of the streets"),
          new Source("martinique_routes_principales_osm.geojson", "main roads"),
          new Source("martinique_lieux_nommes_geonames.csv", "places"));

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var loaded = new Properties();
    if (Files.exists(notes)) {
      try (var reader = Files.newBufferedReader(notes)) {
        loaded.load(reader);
      }
    }
    for (int i = 0; i < SOURCES.size(); i++) {
      var source = SOURCES.get(i);
      var fingerprint = fingerprint(city.resolve(source.file()));
      if (!fingerprint.equals(loaded.getProperty(source.file()))) {
        LOG.info("Loading the city, {} of {}: {}", i + 1, SOURCES.size(), bring(source));
        loaded.setProperty(source.file(), fingerprint);
        note(loaded);
      }
    }
  }

  private String bring(Source source) {
    var order = ImportOrder.of(city.resolve(source.file()), "bin/run").of(communes);
    return source.what() + " – " + sentence(source, files.bring(order));
  }

  private static String sentence(Source source, ImportOutcome outcome) {
    return switch (outcome) {
      case Applied(long _, ImportReport report) -> numbers(report);
      case Tried(ImportReport report) -> numbers(report);
      case NothingNew(ImportReport _) -> "nothing new";
      case HeldBack(ImportReport report) -> throw refused(source, numbers(report));
      case Unreadable(var refusal) -> throw refused(source, refusal.toString());
      case Busy() -> throw refused(source, "another import is at work");
    };
  }

  private static String numbers(ImportReport report) {
    var counts = report.counts();
    var refused = counts.refused() == 0 ? "" : ", " + counts.refused() + " refused";
    return counts.added() + " new, " + counts.changed() + " changed" + refused;
  }

  private static StartRefused refused(Source source, String why) {
    return new StartRefused(
        "The demonstration's file " + source.file() + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }

  private static String fingerprint(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new StartRefused(
          "The demonstration's file " + file + " is missing.",
          "Take the folder cities/ as it came with the program, or start with --empty.");
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void note(Properties loaded) throws IOException {
    try (var writer = Files.newBufferedWriter(notes)) {
      loaded.store(writer, "Files of the demonstration that were brought in, with their SHA-256");
    }
  }
}
