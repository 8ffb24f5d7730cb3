package org.foyal.territory.files;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Turns what a file says into rows of its table: the values of [Target#columns()], in their order.
@FunctionalInterface
interface Rows {
  /// The rows of one thing read; none when it belongs to a commune that was not asked for.
  List<@Nullable Object[]> of(Unit.Read read) throws RowRefused;

  Pattern MARKS = Pattern.compile("\\p{M}+");
  Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
  Pattern CODE = Pattern.compile("[0-9A-Z]{2,12}");

  /// How files of a format are read on a ground.
  static Rows reading(Format format, Ground ground, String period) {
    return switch (format) {
      case OFFICIAL_IRIS -> new AreaRows(ground, period, true)::iris;
      case DERIVED_IRIS -> new AreaRows(ground, period, false)::iris;
      case COMMUNES -> new AreaRows(ground, period, true)::commune;
      case COMMUNE_POPULATIONS -> new AreaRows(ground, period, true)::population;
      case SCORES -> new ScoreRows(ground, period)::scores;
      case PUBLISHED_FIGURES -> new ScoreRows(ground, period)::published;
      case STREETS -> new PointRows(ground)::street;
      case PLACES -> new PointRows(ground)::place;
      case ADDRESSES -> new PointRows(ground)::address;
      case ROADS -> new RoadRows(ground)::road;
    };
  }

  /// A code as the territory writes it.
  static String code(String column, String text) throws RowRefused {
    if (!CODE.matcher(text).matches()) {
      throw new RowRefused(Reason.BAD_CODE, column, text);
    }
    return text;
  }

  /// The identifier of a street: its commune, then its name without accents.
  static String streetId(String commune, String name) throws RowRefused {
    var plain =
        MARKS
            .matcher(
                Normalizer.normalize(
                    name.replace("œ", "oe").replace("Œ", "Oe"), Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    var words = BETWEEN_WORDS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    if (words.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, "nom_voie");
    }
    return commune + "-" + words;
  }
}
