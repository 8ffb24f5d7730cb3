package org.foyal.demo;

/// What an example station can measure, in the words of public vocabularies, with units by UCUM
/// (the Unified Code for Units of Measure).
enum ExampleMeasure {
  PM10("Particules PM10", "http://dd.eionet.europa.eu/vocabulary/aq/pollutant/5", Unit.UG_M3, 1),
  PM2_5(
      "Particules PM2,5", "http://dd.eionet.europa.eu/vocabulary/aq/pollutant/6001", Unit.UG_M3, 1),
  NO2("Dioxyde d’azote", "http://dd.eionet.europa.eu/vocabulary/aq/pollutant/8", Unit.UG_M3, 1),
  TEMPERATURE("Température de l’air", Unit.CF + "air_temperature/", Unit.CELSIUS, 1),
  HUMIDITY("Humidité de l’air", Unit.CF + "relative_humidity/", Unit.PERCENT, 0),
  RAIN("Pluie en une heure", Unit.CF + "thickness_of_rainfall_amount/", Unit.MILLIMETRE, 1),
  RIVER_LEVEL(
      "Niveau d’eau", Unit.CF + "water_surface_height_above_reference_datum/", Unit.METRE, 2),
  WATER_TEMPERATURE("Température de l’eau", Unit.CF + "water_temperature/", Unit.CELSIUS, 1),
  TIDE(
      "Niveau de la mer",
      Unit.CF + "tidal_sea_surface_height_above_mean_sea_level/",
      Unit.METRE,
      2),
  NOISE("Bruit moyen (LAeq, 1 h)", Unit.CF + "sound_pressure_level_in_air/", Unit.DECIBEL, 1),
  QUIET("Bruit de fond (LA90, 1 h)", Unit.CF + "sound_pressure_level_in_air/", Unit.DECIBEL, 1),
  ENERGY(
      "Électricité consommée en une heure",
      "http://qudt.org/vocab/quantitykind/Energy",
      Unit.KILOWATT_HOUR,
      1),
  HYDROGEN_SULFIDE(
      "Hydrogène sulfuré des sargasses",
      Unit.CF + "mole_fraction_of_hydrogen_sulfide_in_air/",
      Unit.PPM,
      2);

  /// A unit by its code in UCUM.
  enum Unit {
    UG_M3("microgramme par mètre cube", "ug/m3"),
    CELSIUS("degré Celsius", "Cel"),
    PERCENT("pour cent", "%"),
    MILLIMETRE("millimètre", "mm"),
    METRE("mètre", "m"),
    DECIBEL("décibel", "dB[SPL]"),
    KILOWATT_HOUR("kilowattheure", "kW.h"),
    PPM("partie par million", "[ppm]");

    /// Standard names of the climate and forecast conventions.
    private static final String CF = "http://vocab.nerc.ac.uk/standard_name/";

    private final String words;
    private final String code;

    Unit(String words, String code) {
      this.words = words;
      this.code = code;
    }

    String words() {
      return words;
    }

    String code() {
      return code;
    }
  }

  private final String words;
  private final String definition;
  private final Unit unit;
  private final double steps;

  ExampleMeasure(String words, String definition, Unit unit, int decimals) {
    this.words = words;
    this.definition = definition;
    this.unit = unit;
    this.steps = Math.pow(10, decimals);
  }

  String words() {
    return words;
  }

  String definition() {
    return definition;
  }

  Unit unit() {
    return unit;
  }

  /// As exact as such a sensor reports.
  double rounded(double value) {
    return Math.round(value * steps) / steps;
  }
}
