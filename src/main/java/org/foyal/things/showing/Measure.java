package org.foyal.things.showing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What objects measure that we have words for, known by the definition of the observed property:
/// those of the European Environment Agency for the air, of the climate and forecast conventions
/// for the rest.
public enum Measure {
  PM2_5(Kind.AIR, Definitions.AIR_QUALITY + "6001", Unit.UG_M3),
  PM10(Kind.AIR, Definitions.AIR_QUALITY + "5", Unit.UG_M3),
  NO2(Kind.AIR, Definitions.AIR_QUALITY + "8", Unit.UG_M3),
  TEMPERATURE(Kind.AIR, Definitions.CF + "air_temperature/", Unit.CELSIUS),
  HUMIDITY(Kind.AIR, Definitions.CF + "relative_humidity/", Unit.PERCENT),
  WATER_LEVEL(
      Kind.WATER_LEVEL, Definitions.CF + "water_surface_height_above_reference_datum/", Unit.METRE),
  SEA_LEVEL(
      Kind.WATER_LEVEL,
      Definitions.CF + "tidal_sea_surface_height_above_mean_sea_level/",
      Unit.METRE),
  WATER_TEMPERATURE(Kind.WATER_LEVEL, Definitions.CF + "water_temperature/", Unit.CELSIUS),
  RAIN(Kind.RAIN, Definitions.CF + "thickness_of_rainfall_amount/", Unit.MILLIMETRE),
  NOISE(Kind.NOISE, Definitions.CF + "sound_pressure_level_in_air/", Unit.DECIBEL),
  ENERGY(Kind.ENERGY, "http://qudt.org/vocab/quantitykind/Energy", Unit.KILOWATT_HOUR),
  HYDROGEN_SULFIDE(
      Kind.SARGASSUM, Definitions.CF + "mole_fraction_of_hydrogen_sulfide_in_air/", Unit.PPM);

  private static final class Definitions {
    static final String AIR_QUALITY = "http://dd.eionet.europa.eu/vocabulary/aq/pollutant/";
    static final String CF = "http://vocab.nerc.ac.uk/standard_name/";
  }

  private final Kind kind;
  private final String definition;
  private final Unit unit;

  Measure(Kind kind, String definition, Unit unit) {
    this.kind = kind;
    this.definition = definition;
    this.unit = unit;
  }

  /// What an object that measures it is for.
  public Kind kind() {
    return kind;
  }

  /// The address by which the world knows it.
  public String definition() {
    return definition;
  }

  /// In which unit we ask for it.
  public Unit unit() {
    return unit;
  }

  /// Its word in addresses and forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The key of its words.
  public String words() {
    return "things.showing.measure." + code();
  }

  /// The one that a definition names, with or without a slash at its end.
  public static Optional<Measure> defined(String definition) {
    return Stream.of(values())
        .filter(one -> bare(one.definition).equals(bare(definition)))
        .findFirst();
  }

  /// The one of that word.
  public static Optional<Measure> find(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static String bare(String definition) {
    return definition.replaceFirst("/+$", "");
  }
}
