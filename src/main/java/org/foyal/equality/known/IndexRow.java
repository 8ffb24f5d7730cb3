package org.foyal.equality.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.equality.index.EqualityIndex;
import org.foyal.equality.measure.Composite.Contribution;
import org.jspecify.annotations.Nullable;

/// A neighbourhood in the file of the index: every one has a row, with nothing where nothing is
/// known.
final class IndexRow {
  static final List<String> HEADER = header();

  private IndexRow() {}

  private static List<String> header() {
    var header = new ArrayList<>(List.of("area", "area_name", "method", "known", "score"));
    header.addAll(EqualityIndex.subjectsInOrder());
    header.add("city_score");
    EqualityIndex.subjectsInOrder().forEach(subject -> header.add("gap_" + subject));
    header.addAll(List.of("group", "rank_from", "rank_to", "rank_median", "last_fifth", "ranked"));
    return List.copyOf(header);
  }

  /// Gaps are parts of the logarithm of the ratio to the city, to which they sum.
  static List<@Nullable Object> of(Sheet sheet) {
    var overall = sheet.overall();
    var row = new ArrayList<@Nullable Object>();
    row.add(sheet.area().code());
    row.add(sheet.area().name());
    row.add(EqualityIndex.methodVersion());
    row.add(sheet.index().known());
    row.add(sheet.index().score().orElse(null));
    var subjects = EqualityIndex.subjectsInOrder();
    subjects.forEach(subject -> row.add(sheet.index().subjects().get(subject)));
    row.add(overall.flatMap(Sheet.Overall::city).orElse(null));
    subjects.forEach(subject -> row.add(overall.flatMap(one -> gap(one, subject)).orElse(null)));
    var place = overall.flatMap(Sheet.Overall::place);
    row.add(place.map(one -> one.group()).orElse(null));
    row.add(place.map(one -> one.from()).orElse(null));
    row.add(place.map(one -> one.to()).orElse(null));
    row.add(place.map(one -> one.median()).orElse(null));
    row.add(place.map(one -> one.worst()).orElse(null));
    row.add(place.map(_ -> overall.orElseThrow().among()).orElse(null));
    return row;
  }

  private static Optional<Double> gap(Sheet.Overall overall, String subject) {
    return overall.parts().stream()
        .filter(part -> part.key().equals(subject))
        .map(Contribution::amount)
        .findFirst();
  }
}
