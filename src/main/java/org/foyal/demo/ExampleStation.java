package org.foyal.demo;

import static org.foyal.demo.ExampleMeasure.ENERGY;
import static org.foyal.demo.ExampleMeasure.HUMIDITY;
import static org.foyal.demo.ExampleMeasure.HYDROGEN_SULFIDE;
import static org.foyal.demo.ExampleMeasure.NO2;
import static org.foyal.demo.ExampleMeasure.NOISE;
import static org.foyal.demo.ExampleMeasure.PM10;
import static org.foyal.demo.ExampleMeasure.PM2_5;
import static org.foyal.demo.ExampleMeasure.QUIET;
import static org.foyal.demo.ExampleMeasure.RAIN;
import static org.foyal.demo.ExampleMeasure.RIVER_LEVEL;
import static org.foyal.demo.ExampleMeasure.TEMPERATURE;
import static org.foyal.demo.ExampleMeasure.TIDE;
import static org.foyal.demo.ExampleMeasure.WATER_TEMPERATURE;

import java.util.List;
import java.util.stream.Stream;
import org.foyal.kernel.Position;

/// A station that does not exist, at a place of the city that does.
///
/// @param code names it, whatever it is called
/// @param kind what it is about, in a word of the connected city
/// @param exposure how much of what is in the open comes there: rain of the heights, traffic
record ExampleStation(
    String code, String kind, String name, Position where, double exposure, Reports reports) {

  /// What it reports, and what is wrong with it.
  record Reports(List<ExampleMeasure> measures, Fault fault) {}

  /// What is wrong with a station.
  enum Fault {
    NONE,
    /// It was silent for some days, now and then.
    GAPS,
    /// For two days its last sensor has been saying the same.
    STUCK,
    /// Nothing has come from it for three days.
    SILENT
  }

  private static ExampleStation at(
      String code, String kind, String name, double exposure, Reports reports, Position where) {
    return new ExampleStation(code, kind, "Exemple : " + name, where, exposure, reports);
  }

  private static Reports of(ExampleMeasure one, ExampleMeasure other, Fault fault) {
    return new Reports(List.of(one, other), fault);
  }

  private static Reports of(ExampleMeasure one, ExampleMeasure other) {
    return of(one, other, Fault.NONE);
  }

  private static Position point(double latitude_deg, double longitude_deg) {
    return new Position(latitude_deg, longitude_deg);
  }

  /// All of them.
  static List<ExampleStation> all() {
    return Stream.of(airAndWater(), rain(), life()).flatMap(List::stream).toList();
  }

  private static List<ExampleStation> airAndWater() {
    return List.of(
        at("air-centre", "air", "air du centre-ville", 1, of(PM10, NO2), point(14.6045, -61.0685)),
        at("air-dillon", "air", "air de Dillon", 0.8, of(PM10, PM2_5), point(14.6070, -61.0480)),
        at(
            "air-balata",
            "air",
            "temps à Balata",
            0.6,
            of(TEMPERATURE, HUMIDITY, Fault.GAPS),
            point(14.6497, -61.0821)),
        at(
            "madame",
            "water-level",
            "rivière Madame, rive droite",
            1,
            of(RIVER_LEVEL, WATER_TEMPERATURE),
            point(14.6082, -61.0748)),
        at(
            "monsieur",
            "water-level",
            "rivière Monsieur",
            1.3,
            of(RIVER_LEVEL, RAIN),
            point(14.6167, -61.0460)),
        at(
            "jambette",
            "water-level",
            "rivière Jambette",
            0.9,
            of(RIVER_LEVEL, RAIN, Fault.GAPS),
            point(14.6330, -61.0430)));
  }

  private static List<ExampleStation> rain() {
    return List.of(
        at(
            "rain-tivoli",
            "rain",
            "pluie à Tivoli",
            1.6,
            of(RAIN, TEMPERATURE),
            point(14.6395, -61.0697)),
        at(
            "rain-trenelle",
            "rain",
            "pluie à Trénelle",
            1,
            of(RAIN, HUMIDITY, Fault.SILENT),
            point(14.6195, -61.0682)));
  }

  private static List<ExampleStation> life() {
    return List.of(
        at(
            "noise-sainville",
            "noise",
            "bruit aux Terres-Sainville",
            1,
            of(NOISE, QUIET),
            point(14.6104, -61.0709)),
        at(
            "noise-therese",
            "noise",
            "bruit à Sainte-Thérèse",
            1.1,
            of(NOISE, QUIET, Fault.STUCK),
            point(14.6094, -61.0601)),
        at(
            "school",
            "energy",
            "énergie d’une école à Bellevue",
            1,
            of(ENERGY, TEMPERATURE),
            point(14.6052, -61.0818)),
        at(
            "sargassum",
            "sargassum",
            "sargasses à la pointe de la Vierge",
            1,
            of(HYDROGEN_SULFIDE, TIDE),
            point(14.6024, -61.0837)));
  }
}
