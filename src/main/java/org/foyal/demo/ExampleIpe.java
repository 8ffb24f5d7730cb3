package org.foyal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.foyal.demo.ExampleNetwork.Box;
import org.foyal.demo.ExampleNetwork.House;

/// Writes an invented network as the files in which whoever builds one tells of it: a row a
/// building, each with its cabinet, as it stands on the day of the file.
///
/// A cabinet is in the files from two before the one in which it opens. A fifth of the buildings
/// come later than the day that was told first; of those that are not there in the last file some
/// are late, some have a new day, some are on demand, some wait for a signature.
final class ExampleIpe {
  private static final List<String> HEADER =
      List.of(
          "IdentifiantImmeuble",
          "CodeInseeImmeuble",
          "NomVoieImmeuble",
          "NumeroVoieImmeuble",
          "NombreLogementsAdresseIPE",
          "EtatImmeuble",
          "DateCablageAdresse",
          "CoordonneeImmeubleX",
          "CoordonneeImmeubleY",
          "TypeImmeuble",
          "TypeZone",
          "AccordGestionnaireImmeubleNecessaire",
          "DateSignatureConvention",
          "ReferencePM",
          "EtatPM",
          "DateInstallationPM",
          "TypeEmplacementPM",
          "NombreLogementsPM",
          "DatePremiereMADPM",
          "DateMiseEnServiceCommercialePM",
          "TypeProjectionGeographique",
          "CoordonneePMX",
          "CoordonneePMY",
          "CodeOI",
          "Exemple");

  private static final int AHEAD = 2;
  private static final int GEL_months = 3;

  private final ExampleNetwork network;
  private final String commune;
  private final String operator;

  ExampleIpe(ExampleNetwork network, String commune, String operator) {
    this.network = network;
    this.commune = commune;
    this.operator = operator;
  }

  /// What a file is called, as operators call theirs.
  String name(int file) {
    return "Exemple_%s_PM_IPEZMD_V30_%s.csv".formatted(operator, written(day(file)));
  }

  private LocalDate day(int file) {
    return network.stages().get(file).day();
  }

  private static String written(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private boolean isLast(int file) {
    return file == network.stages().size() - 1;
  }

  /// Writes one file.
  void write(int file, Writer out) throws IOException {
    out.write(String.join(";", HEADER) + "\r\n");
    for (var box : network.boxes()) {
      int opens = box.stage().orElse(network.stages().size());
      if (file >= opens - AHEAD) {
        box.houses().forEach(house -> row(file, box, house, out));
      }
    }
  }

  private void row(int file, Box box, House house, Writer out) {
    var told = told(file, house);
    var cells =
        String.join(
            ";",
            "EXEMPLE-" + house.id(),
            commune,
            house.street().name().replaceAll("[;\"]", " "),
            Integer.toString(house.number()),
            Integer.toString(house.homes()),
            told.state(),
            told.cabled().map(ExampleIpe::written).orElse(""),
            degrees(house.where().longitude_deg()),
            degrees(house.where().latitude_deg()),
            house.homes() == 1 ? "PAVILLON" : "IMMEUBLE",
            "3",
            told.consent() ? "O" : "N",
            told.signed().map(ExampleIpe::written).orElse(""),
            cabinet(file, box),
            operator,
            "O");
    try {
      out.write(cells + "\r\n");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private String cabinet(int file, Box box) {
    int opens = box.stage().orElse(network.stages().size());
    boolean open = file >= opens;
    var available = box.stage().map(stage -> day(stage).minusDays(20 + (box.number() * 37L) % 120));
    return String.join(
        ";",
        "FI-%s-X%03d".formatted(commune, box.number() + 1),
        open ? "DEPLOYE" : "EN COURS DE DEPLOIEMENT",
        open ? available.map(day -> written(day.minusDays(60))).orElse("") : "",
        "PME-ARMOIRE DE RUE",
        Integer.toString(box.homes()),
        available.map(ExampleIpe::written).orElse(""),
        available.map(day -> written(day.plusMonths(GEL_months))).orElse(""),
        "EPSG:4326",
        degrees(box.street().middle().longitude_deg()),
        degrees(box.street().middle().latitude_deg()));
  }

  /// How a building stands in a file.
  private record Told(
      String state, Optional<LocalDate> cabled, boolean consent, Optional<LocalDate> signed) {
    static Told of(String state, Optional<LocalDate> cabled) {
      return new Told(state, cabled, false, Optional.empty());
    }
  }

  private Told told(int file, House house) {
    if (house.stage().isEmpty()) {
      return isLast(file) ? waiting(house) : Told.of("CIBLE", first(house));
    }
    int stage = house.stage().get();
    var cabled = day(stage).minusDays(5 + house.luck() % 25);
    if (file >= stage) {
      return Told.of("DEPLOYE", Optional.of(cabled));
    }
    var promised = house.luck() < 20 ? cabled.minusDays(60 + house.luck() * 9L) : cabled;
    return Told.of(file == stage - 1 ? "EN COURS DE DEPLOIEMENT" : "CIBLE", Optional.of(promised));
  }

  /// The day that was told first of what is still not there: of two fifths it has passed.
  private Optional<LocalDate> first(House house) {
    var last = day(network.stages().size() - 1);
    if (house.luck() >= 85) {
      return Optional.empty();
    }
    return Optional.of(
        house.luck() < 40
            ? last.minusDays(30 + house.luck() * 7L)
            : last.plusDays(60 + house.luck() * 5L));
  }

  /// How it stands in the last file.
  private Told waiting(House house) {
    var last = day(network.stages().size() - 1);
    var first = first(house);
    if (house.luck() < 15) {
      return Told.of("EN COURS DE DEPLOIEMENT", first);
    }
    if (house.luck() < 40) {
      return Told.of("EN COURS DE DEPLOIEMENT", Optional.of(last.plusDays(90 + house.luck() * 6L)));
    }
    if (house.luck() < 50) {
      return Told.of("RACCORDABLE DEMANDE", first);
    }
    if (house.luck() >= 95 && house.homes() > 11) {
      return new Told("SIGNE", first, true, Optional.of(last.minusDays(house.luck())));
    }
    return Told.of("CIBLE", first);
  }

  private static String degrees(double degrees) {
    return BigDecimal.valueOf(Math.round(degrees * 1e6), 6).toPlainString().replace('.', ',');
  }
}
