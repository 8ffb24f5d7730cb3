package org.foyal.things.showing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A unit that we have words for, known by its codes in UCUM (the Unified Code for Units of
/// Measure) and by how people write it.
public enum Unit {
  UG_M3("µg/m³", "ug/m3"),
  CELSIUS("°C", "Cel"),
  PERCENT("%", "%"),
  MILLIMETRE("mm", "mm"),
  CENTIMETRE("cm", "cm"),
  METRE("m", "m"),
  DECIBEL("dB", "dB[SPL]", "dB(A)"),
  KILOWATT_HOUR("kWh", "kW.h"),
  PPM("ppm", "[ppm]");

  private final String sign;
  private final String code;
  private final String also;

  Unit(String sign, String code) {
    this(sign, code, code);
  }

  Unit(String sign, String code, String also) {
    this.sign = sign;
    this.code = code;
    this.also = also;
  }

  /// How people write it.
  public String sign() {
    return sign;
  }

  /// Its code in UCUM.
  public String code() {
    return code;
  }

  /// The key of its words.
  public String words() {
    return "things.showing.unit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The unit that a datastream names; empty where we don't know it: then its own sign is shown.
  public static Optional<Unit> find(String symbol) {
    return Stream.of(values())
        .filter(unit -> List.of(unit.sign, unit.code, unit.also).contains(symbol))
        .findFirst();
  }
}
