package org.foyal.fibre.files.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A projection that files may name, by the labels that they write for it.
public enum Projection {
  /// Degrees, longitude first.
  DEGREES("EPSG:4326", "DEGRES|DEGRES DECIMAUX"),
  /// The metres of web maps, which Interop'Fibre labels « WGS84 ».
  WEB("EPSG:3857", "WGS84|WGS 84"),
  /// Metropolitan France, RGF93.
  LAMBERT_93("EPSG:2154", "RGF93|LAMB93|LAMBERT93|LAMBERT 93"),
  /// Metropolitan France, the old one.
  LAMBERT_2E("EPSG:27572", "LAMB2E|LAMBERT2E|LAMBERT 2 ETENDU"),
  /// The Antilles since 2009.
  RGAF09("EPSG:5490", "RGAF09|RGAF09UTM20N|RGAF09 UTM20N"),
  /// UTM 20 North on WGS 84.
  UTM_20N("EPSG:32620", "WGS84UTM20N|WGS84 UTM20N"),
  /// The Antilles before 2009.
  RRAF91("EPSG:4559", "RRAF91|RRAF91UTM20N|RRAF91 UTM20N"),
  /// The old datum of one island of the Antilles, some 400 m away from the others.
  FORT_DESAIX("EPSG:2973", "FORTDESAIX|FORT DESAIX|MART38|FORT DESAIX UTM20N");

  private final String epsg;
  private final String labels;

  Projection(String epsg, String labels) {
    this.epsg = epsg;
    this.labels = labels;
  }

  /// Its code, with `EPSG:` before it.
  public String epsg() {
    return epsg;
  }

  /// The projection that a label names without a doubt; a bare code counts as a label.
  public static Optional<Projection> find(String label) {
    for (var one : values()) {
      if (one.epsg.equals(label)) {
        return Optional.of(one);
      }
    }
    var word =
        label
            .strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s/_-]+", " ")
            .replaceFirst("^EPSG[: ]*", "");
    return Stream.of(values())
        .filter(one ->
            List.of(one.labels.split("\\|")).contains(word) || one.epsg.equals("EPSG:" + word))
        .findFirst();
  }

  /// Whether a label could be several: none at all, or a grid without its datum.
  public static boolean ambiguous(String label) {
    var word = label.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    return word.isEmpty() || word.matches("UTM(20N?)?|UTMZONE20N?|20N");
  }
}
