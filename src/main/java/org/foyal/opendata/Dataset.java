package org.foyal.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.fibre.coverage.CoverageRow;

/// What is published: the columns of its files, in their order, and which imports it comes from.
///
/// Each file ends with the same three columns: where the row came from, under what licence, when.
enum Dataset {
  /// Communes and neighbourhoods.
  AREAS("code,kind,name,parent_code,population,population_period,official,label_lat,label_lon"),
  /// Named streets with their length and middle.
  STREETS("id,name,commune_code,area_code,length_m,lat,lon"),
  /// Scores of digital fragility.
  SCORES("area_code,area_name,indicator,period,score"),
  /// What was promised, and where each promise stands on the day of the download.
  COMMITMENTS(
      "code,agreement,agreement_title,signed,party,theme,audiences,title_fr,title_en,title_gcf,"
          + "announced,due,standing,late_days,declared,known_on,kept_on,basis,source_address,source_on,example"),
  /// All that was ever said of where a promise stands.
  STATES(
      "commitment,declared,known_on,kept_on,basis,said_fr,said_en,said_gcf,written_at,source_address,source_on,example"),
  /// Places where people are helped with what is digital.
  PLACES(
      "place,name,street,postcode,commune,area_code,latitude,longitude,phone,hours,step_free,updated_on"),
  /// What workshops and help add up to, by quarter.
  TRAINING("quarter,figure,by,part,part_name,value,interval_from,interval_to,told,as_of,version"),
  /// How far the fibre is: what was published, what files tell of each neighbourhood.
  FIBRE(String.join(",", CoverageRow.HEADER));

  static final List<String> OF_EVERY_FILE = List.of("source", "licence", "imported_at");

  private final String columns;

  Dataset(String columns) {
    this.columns = columns;
  }

  /// The formats in which it can be had, CSV first.
  List<Format> formats() {
    return List.of(
        Format.CSV, promises() || this == TRAINING || this == FIBRE ? Format.JSON : Format.GEOJSON);
  }

  /// Whether it is about promises, not about the territory.
  boolean promises() {
    return this == COMMITMENTS || this == STATES;
  }

  /// Whether it is about help and training.
  boolean training() {
    return this == PLACES || this == TRAINING;
  }

  static Optional<Dataset> find(String word) {
    return Arrays.stream(values()).filter(dataset -> dataset.word().equals(word)).findFirst();
  }

  /// Its word in addresses and in the keys of words.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of import that brings it.
  String kind() {
    return name();
  }

  List<String> columns() {
    return Arrays.asList(columns.split(",", -1));
  }

  /// Every column of its files, the three common ones last.
  List<String> header() {
    return Stream.concat(columns().stream(), OF_EVERY_FILE.stream()).toList();
  }
}
